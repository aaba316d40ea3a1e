import { address } from '../app/navigation.js'
import { t } from '../app/settings.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import type { ConnectionView } from '../data/answer-types.js'
import { CONNECTION } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { Clipped, PathBlock } from '../evidence/path-block.js'
import { asVariables, readConditions } from './conditions.js'
import { ConnectionForm } from './connection-form.js'
import { pathsOnGraph } from './paths-on-graph.js'

/** “A 与 B 如何相连”: the best paths with a quote per hop, or the nearest links when there is none. */
export function ConnectionScreen({ from, to }: { readonly from: string; readonly to: string }) {
  const conditions = readConditions(address.value.more)
  const answer = useAnswer<{ readonly connection: ConnectionView }>(CONNECTION, { from, to, ...asVariables(conditions) })
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  const { connection } = answer.data
  const paths = [...connection.paths, ...connection.nearest]
  return (
    <section>
      <h1>{t('connection.title', { from: connection.from.name, to: connection.to.name })}</h1>
      <Clipped notes={connection.notes} />
      {connection.paths.length > 0 ? null : <Notice>{t('answer.nobody')}{connection.nearest.length > 0 ? t('answer.nearest') : ''}</Notice>}
      {paths.length === 0 ? null : <p><a href={pathsOnGraph(paths)}>{t('connection.graph')}</a></p>}
      {paths.map((path, at) => <div class="card" key={at}><PathBlock path={path} /></div>)}
      <details>
        <summary>{t('ask.again')}</summary>
        <ConnectionForm key={`${from} ${to}`} from={connection.from} to={connection.to} conditions={conditions} />
      </details>
    </section>
  )
}
