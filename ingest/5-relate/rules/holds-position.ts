import type { FactDraft, Rule } from '../rule.js'

const DENIED_BEFORE = /(?:不再担任|免去|辞去|卸任|不再兼任|被免去)[^，。；]*$/
/** 时任X局局长: the word stands before the body. */
const FORMER_NEXT = /(?:时任|前任|原)$/
const FORMER_BEFORE = /(?:曾任|历任|原任|此前任|此前为|先后任|曾担任|曾先后担任|历经)[^。]*$/
/** 拟任行长张某: not in office yet. */
const COMING_TITLE = /^(?:拟任|候任)/
const FORMER_TITLE = /^(?:时任|前任|前)/

/** 职务 + name and name + 职务: the posts that extraction read and resolution settled. */
export const holdsPosition: Rule = {
  id: 'holds-position/2',
  doc: 'A title beside a name: the person holds that post in the body written, or in the one that the passage implies.',
  emits: ['HOLDS_POSITION'],
  match({ discourse }) {
    return discourse.article.posts.flatMap((post): FactDraft[] => {
      const passage = discourse.passages[post.sentence]
      if (!passage || post.person === undefined) return []
      const before = discourse.text.slice(Math.max(passage.start, post.start - 60), post.start)
      const denied = DENIED_BEFORE.test(before)
      const former = !denied && (FORMER_BEFORE.test(before) || FORMER_NEXT.test(before))
      const coming = COMING_TITLE.test(post.title)
      const title = coming ? post.title.replace(COMING_TITLE, '') : former && !/^(?:原|前|时任)/.test(post.title) ? `原${post.title}` : post.title.replace(FORMER_TITLE, '原')
      return [{
        type: 'HOLDS_POSITION', subject: post.person, object: post.body, title, fromSentence: post.sentence, toSentence: post.sentence,
        cue: post.title, modality: denied ? 'DENIED' : coming ? 'PLANNED' : 'ASSERTED', strength: post.implied ? 'IMPLIED' : 'STATED',
      }]
    })
  },
}
