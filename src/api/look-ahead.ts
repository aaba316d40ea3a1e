import { getArgumentValues, isInterfaceType, isObjectType, Kind, type FieldNode, type GraphQLResolveInfo, type SelectionNode } from 'graphql'
import { MAX_FIRST } from '../answers/paging.js'

/**
 * What a question asks beneath a field, so that one call of the store can bring it. Hints only: what is not seen here (under a directive,
 * under a fragment of a narrower type) is read when its own turn comes.
 */

/** Pieces of evidence of a fact when nobody says how many. */
export const DEFAULT_PIECES = 10

type Info = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

interface Search extends Info {
  readonly typeName: string
  readonly name: string
  /** Each fragment is walked once, however often it is spread. */
  readonly walked: Set<string>
  readonly found: Set<FieldNode>
}

function searchIn(selections: readonly SelectionNode[], search: Search): void {
  for (const item of selections) {
    if (item.directives !== undefined && item.directives.length > 0) continue
    if (item.kind === Kind.FIELD) {
      if (item.name.value === search.name) search.found.add(item)
      continue
    }
    if (item.kind === Kind.FRAGMENT_SPREAD) {
      if (search.walked.has(item.name.value)) continue
      search.walked.add(item.name.value)
    }
    const fragment = item.kind === Kind.INLINE_FRAGMENT ? item : search.fragments[item.name.value]
    const on = fragment?.typeCondition?.name.value ?? search.typeName
    if (fragment !== undefined && on === search.typeName) searchIn(fragment.selectionSet.selections, search)
  }
}

/** The fields of that name that these fields, which give a type, ask of it. */
function beneath(nodes: readonly FieldNode[], typeName: string, name: string, { schema, fragments, variableValues }: Info): readonly FieldNode[] {
  const search: Search = { schema, fragments, variableValues, typeName, name, walked: new Set(), found: new Set() }
  for (const { selectionSet } of nodes) searchIn(selectionSet?.selections ?? [], search)
  return [...search.found]
}

/** Arguments of a call as its resolver gets them; undefined where they are wrong, which the resolver will say. */
function argumentsOf(node: FieldNode, typeName: string, info: Info): Readonly<Record<string, unknown>> | undefined {
  const type = info.schema.getType(typeName)
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
  try {
    return definition === undefined ? undefined : getArgumentValues(definition, node, info.variableValues)
  } catch {
    return undefined
  }
}

/** How many pieces of evidence are asked of each of these facts, in each place. */
function piecesOf(facts: readonly FieldNode[], info: Info): readonly number[] {
  const firsts = beneath(facts, 'Fact', 'evidence', info).map((node) => argumentsOf(node, 'Fact', info)?.['first'] ?? DEFAULT_PIECES)
  return [...new Set(firsts.filter((first): first is number => typeof first === 'number' && Number.isInteger(first) && first >= 1 && first <= MAX_FIRST))]
}

/** Fields of a fact that need another call than that for the fact. */
const asksMore = (facts: readonly FieldNode[], info: Info): boolean => ['subject', 'object', 'evidence'].some((name) => beneath(facts, 'Fact', name, info).length > 0)

/** Of a field that gives a page of facts: the pieces of evidence asked of each, or undefined where the facts alone will do. */
export function proofOfPage(nodes: readonly FieldNode[], info: Info): readonly number[] | undefined {
  const facts = [...beneath(nodes, 'FactConnection', 'nodes', info), ...beneath(beneath(nodes, 'FactConnection', 'edges', info), 'FactEdge', 'node', info)]
  return asksMore(facts, info) ? piecesOf(facts, info) : undefined
}

/** Nothing else is asked at the root: two such fields would be read together when their own turns come. */
const isAlone = ({ operation }: GraphQLResolveInfo): boolean => operation.selectionSet.selections.length === 1

/** Of `Query.fact` when it stands alone: the same for the one fact. */
export function proofOfOne(info: GraphQLResolveInfo): readonly number[] | undefined {
  return isAlone(info) && asksMore(info.fieldNodes, info) ? piecesOf(info.fieldNodes, info) : undefined
}

/** Of `Query.entity` when it stands alone: the one page of facts that is asked of the entity. */
export function pageAhead(info: GraphQLResolveInfo): { readonly args: Readonly<Record<string, unknown>>; readonly proof: readonly number[] } | undefined {
  const [page, another] = isAlone(info) ? beneath(info.fieldNodes, 'Entity', 'facts', info) : []
  const args = page === undefined || another !== undefined ? undefined : argumentsOf(page, 'Entity', info)
  return args === undefined || page === undefined ? undefined : { args, proof: proofOfPage([page], info) ?? [] }
}
