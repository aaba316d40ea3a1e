import { t } from '../app/settings.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import type { ConnectionView } from '../data/answer-types.js'
import { CONNECTION } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { Clipped, PathBlock } from '../evidence/path-block.js'

/** “A 与 B 如何相连”: the best paths with a quote per hop, or the nearest links when there is none. */
export function ConnectionScreen({ from, to }: { readonly from: string; readonly to: string }) {
  const answer = useAnswer<{ readonly connection: ConnectionView }>(CONNECTION, { from, to })
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  const { connection } = answer.data
  return (
    <section>
      <h1>{t('connection.title', { from: connection.from.name, to: connection.to.name })}</h1>
      <Clipped notes={connection.notes} />
      {connection.paths.length > 0 ? null : <Notice>{t('answer.nobody')}{connection.nearest.length > 0 ? t('answer.nearest') : ''}</Notice>}
      {[...connection.paths, ...connection.nearest].map((path, at) => <div class="card" key={at}><PathBlock path={path} /></div>)}
    </section>
  )
}
