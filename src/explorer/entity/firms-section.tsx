import { useMemo } from 'preact/hooks'
import { t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { usePages, type Page } from '../common/paged.js'
import type { EntityRef, FirmLinks } from '../data/answer-types.js'
import { ask } from '../data/client.js'
import { FIRMS } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { Clipped, PathBlock } from '../evidence/path-block.js'
import { asVariables, type Conditions } from '../questions/conditions.js'
import { pathsOnGraph } from '../questions/paths-on-graph.js'

interface FirmsAnswer {
  readonly firmsLinkedTo: FirmLinks
}

type FirmEdge = FirmLinks['edges'][number]

const pageOf = ({ firmsLinkedTo: { edges, pageInfo } }: FirmsAnswer): Page<FirmEdge> => ({ nodes: edges, pageInfo })

function Firms({ variables, answer }: { readonly variables: Readonly<Record<string, unknown>>; readonly answer: FirmsAnswer }) {
  const first = useMemo(() => pageOf(answer), [answer])
  const { nodes, more } = usePages(first, async (after) => pageOf((await ask(FIRMS, { ...variables, after })) as FirmsAnswer))
  const { totalCount, notes } = answer.firmsLinkedTo
  return (
    <>
      {totalCount === 0 ? <Notice>{t('answer.nobody')}</Notice> : <p>{t('entity.firms.count', { count: totalCount })} <a href={pathsOnGraph(nodes.flatMap(({ paths }) => paths.slice(0, 1)))}>{t('graph.see')}</a></p>}
      <Clipped notes={notes} />
      <ul class="list">
        {nodes.map(({ node, paths }) => (
          <li class="card" key={node.id}>
            <h3><EntityLink entity={node} /></h3>
            {paths.map((path, at) => <PathBlock key={at} path={path} />)}
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

const NO_CONDITIONS: Conditions = { least: '', asof: '' }

/** “哪些企业与它有关”. */
export function FirmsSection({ initiative, conditions = NO_CONDITIONS }: { readonly initiative: EntityRef; readonly conditions?: Conditions }) {
  const variables = { id: initiative.id, ...asVariables(conditions) }
  const answer = useAnswer<FirmsAnswer>(FIRMS, { ...variables, after: null })
  return (
    <section aria-labelledby="firms">
      <h2 id="firms">{t('entity.firms', { name: initiative.name })}</h2>
      {answer.state === 'asking' ? <Loading /> : answer.state === 'failed' ? <Failure error={answer.error} /> : <Firms variables={variables} answer={answer.data} />}
    </section>
  )
}
