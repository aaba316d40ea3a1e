import type { askZh } from './ask-zh.js'

/** English texts of questions in plain words. */
export const askEn: Readonly<Record<keyof typeof askZh, string>> = {
  'ask.title': 'Ask',
  'ask.empty': 'Write a question in the box above, such as “which firms are linked to …”.',
  'ask.understood': 'Understood as:',
  'ask.ignored': 'Words left out of account: {words}',
  'ask.candidates': 'The name may mean',
  'ask.mean': 'Ask with this one',
  'ask.nearest': 'You may ask',
  'ask.graphql': 'The GraphQL that was run',
  'ask.graphiql': 'Open in GraphiQL',
  'ask.facts': 'What articles say ({count})',
  'ask.chains': 'Links ({count})',
  'ask.entities': 'Entities ({count})',
  'ask.together': 'Named together ({count}; says nothing about how they are linked)',
  'ask.posts': 'Posts ({count})',
  'ask.articles': 'Articles ({count})',
  'ask.trend': 'Reports by period',
  'ask.trend.facts': 'Facts',
  'ask.clipped': '{total} in all; {shown} are listed.',
}
