import { t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { usePages, type Page } from '../common/paged.js'
import type { EntityRef, FirmLinks } from '../data/answer-types.js'
import { ask } from '../data/client.js'
import { FIRMS } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { StrengthBadge } from '../evidence/badges.js'
import { Clipped, PathBlock } from '../evidence/path-block.js'

interface FirmsAnswer {
  readonly firmsLinkedTo: FirmLinks
}

type FirmEdge = FirmLinks['edges'][number]

const pageOf = ({ firmsLinkedTo: { edges, pageInfo } }: FirmsAnswer): Page<FirmEdge> => ({ nodes: edges, pageInfo })

function Firms({ initiative, answer }: { readonly initiative: EntityRef; readonly answer: FirmsAnswer }) {
  const { nodes, more } = usePages(pageOf(answer), async (after) => pageOf((await ask(FIRMS, { id: initiative.id, after })) as FirmsAnswer))
  const { totalCount, notes } = answer.firmsLinkedTo
  return (
    <>
      {totalCount === 0 ? <Notice>{t('answer.nobody')}</Notice> : <p>{t('entity.firms.count', { count: totalCount })}</p>}
      <Clipped notes={notes} />
      <ul class="list">
        {nodes.map(({ node, strength, paths }) => (
          <li class="card" key={node.id}>
            <h3><EntityLink entity={node} /> <StrengthBadge strength={strength} /></h3>
            {paths.map((path, at) => <PathBlock key={at} path={path} />)}
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

/** “哪些企业与它有关”. */
export function FirmsSection({ initiative }: { readonly initiative: EntityRef }) {
  const answer = useAnswer<FirmsAnswer>(FIRMS, { id: initiative.id, after: null })
  return (
    <section aria-labelledby="firms">
      <h2 id="firms">{t('entity.firms', { name: initiative.name })}</h2>
      {answer.state === 'asking' ? <Loading /> : answer.state === 'failed' ? <Failure error={answer.error} /> : <Firms initiative={initiative} answer={answer.data} />}
    </section>
  )
}
