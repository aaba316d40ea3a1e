import { addressOf } from '../app/address.js'
import { inLanguage, t } from '../app/settings.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import type { ExampleView, StartView } from '../data/answer-types.js'
import { EXAMPLES, START } from '../data/queries.js'
import { Loader } from '../loading/loader.js'
import { useAnswer } from '../data/use-answer.js'
import { exampleAddress } from '../search/suggestions.js'

function Examples() {
  const answer = useAnswer<{ readonly stats: { readonly examples: readonly ExampleView[] } }>(EXAMPLES, {})
  if (answer.state !== 'answered' || answer.data.stats.examples.length === 0) return null
  return (
    <section aria-labelledby="try">
      <h2 id="try">{t('start.try')}</h2>
      <ul class="list examples">{answer.data.stats.examples.map((example) => <li key={example.zh}><a href={exampleAddress(example)}>{inLanguage(example)}</a></li>)}</ul>
    </section>
  )
}

/** First view: what the graph holds, and questions to try. */
export function StartScreen() {
  const answer = useAnswer<StartView>(START, {})
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  const { articles, entities, facts, firstDate, lastDate } = answer.data.stats
  const dates = firstDate === null ? '' : t('start.dates', { first: firstDate, last: lastDate ?? firstDate })
  return (
    <section>
      <h1>{t('start.title')}</h1>
      {articles === 0 ? <><Notice>{t('load.empty')}</Notice><Loader /></> : (
        <>
          <p>{t('start.holds', { articles, entities, facts })}{dates}{t('start.stop')}</p>
          <p class="actions"><a href={addressOf({ screen: 'load' })}>{t('load.title')}</a> <a href={addressOf({ screen: 'views' })}>{t('views.title')}</a></p>
          <Examples />
        </>
      )}
    </section>
  )
}
