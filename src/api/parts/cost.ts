import {
  getNamedType, getNullableType, isCompositeType, isListType, isObjectType, isInterfaceType, Kind, valueFromAST,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLArgument, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, type SelectionSetNode,
} from 'graphql'
import { DEFAULT_FIRST, MAX_FIRST } from '../../answers/paging.js'

/** How deep an operation goes and how much it may cost, told before it runs. */

export interface Weight {
  /** Levels of fields; leaves count. */
  readonly depth: number
  /** Objects that may be made, with more for fields that search. */
  readonly cost: number
}

/** What a field costs by itself, where that is more than one object. */
const FIELD_COST: Readonly<Record<string, number>> = {
  'Query.firmsLinkedTo': 50, 'Query.connection': 50, 'Query.search': 10,
  'Query.checkClaim': 100, 'Query.checkSentence': 500, 'Query.groupRelations': 500, 'Query.timeline': 50, 'Query.trends': 20, 'Query.neighbours': 50, 'Query.headsOf': 20, 'Stats.examples': 500, 'Query.ask': 2_000, 'Query.stats': 20, 'Query.reviewQueue': 200, 'Query.proposals': 20,
}

/** Expected length of lists that take no `first`, by field; others count as `OTHER_LIST`. */
const LIST_LENGTH: Readonly<Record<string, number>> = { 'LinkPath.hops': 3, 'Article.mentions': 60, 'Article.facts': 20, 'Article.repairs': 20 }
const OTHER_LIST = 5

interface Walk {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Readonly<Record<string, unknown>>
  /** Weights of fragments met so far: each is walked once, or a document of nested spreads would take for ever. */
  readonly known: Map<FragmentDefinitionNode, Weight>
}

const fieldsOf = (type: GraphQLNamedType): Readonly<Record<string, GraphQLField<unknown, unknown>>> =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}

/** An argument of the call, or its default; a wrong one is refused when the field runs. */
function argumentOf(node: FieldNode, argument: GraphQLArgument, variables: Readonly<Record<string, unknown>>): unknown {
  const given = node.arguments?.find(({ name }) => name.value === argument.name)
  return (given === undefined ? undefined : valueFromAST(given.value, argument.type, variables)) ?? argument.defaultValue
}

function multiplier(parent: string, definition: GraphQLField<unknown, unknown>, node: FieldNode, walk: Walk): number {
  const [firstOf, idsOf] = ['first', 'ids'].map((name) => definition.args.find((argument) => argument.name === name))
  if (firstOf !== undefined) {
    const first = argumentOf(node, firstOf, walk.variables)
    return typeof first === 'number' ? Math.min(MAX_FIRST, Math.max(1, first)) : DEFAULT_FIRST
  }
  if (idsOf !== undefined) {
    const ids = argumentOf(node, idsOf, walk.variables)
    return Array.isArray(ids) ? Math.max(1, ids.length) : 1
  }
  if (!isListType(getNullableType(definition.type))) return 1
  // The connection that holds them has counted these already.
  if (definition.name === 'edges' || definition.name === 'nodes') return 1
  return LIST_LENGTH[`${parent}.${definition.name}`] ?? OTHER_LIST
}

function weighField(node: FieldNode, parent: GraphQLNamedType, walk: Walk): Weight {
  const definition = fieldsOf(parent)[node.name.value]
  // Fields of introspection are bounded by the schema itself.
  if (definition === undefined) return { depth: 0, cost: 0 }
  const type = getNamedType(definition.type)
  const own = FIELD_COST[`${parent.name}.${definition.name}`] ?? 0
  if (!isCompositeType(type) || node.selectionSet === undefined) return { depth: 1, cost: own }
  const inner = weighSelections(node.selectionSet, type, walk)
  return { depth: 1 + inner.depth, cost: own + multiplier(parent.name, definition, node, walk) * (1 + inner.cost) }
}

function weighFragment(fragment: FragmentDefinitionNode | undefined, walk: Walk): Weight {
  const type = fragment === undefined ? undefined : walk.schema.getType(fragment.typeCondition.name.value)
  if (fragment === undefined || type === undefined) return { depth: 0, cost: 0 }
  const weight = walk.known.get(fragment) ?? weighSelections(fragment.selectionSet, type, walk)
  walk.known.set(fragment, weight)
  return weight
}

function weighSelections(set: SelectionSetNode, parent: GraphQLNamedType, walk: Walk): Weight {
  return set.selections.map((selection): Weight => {
    switch (selection.kind) {
      case Kind.FIELD: return weighField(selection, parent, walk)
      case Kind.INLINE_FRAGMENT: {
        const type = selection.typeCondition === undefined ? parent : walk.schema.getType(selection.typeCondition.name.value) ?? parent
        return weighSelections(selection.selectionSet, type, walk)
      }
      case Kind.FRAGMENT_SPREAD: return weighFragment(walk.fragments.get(selection.name.value), walk)
    }
  }).reduce((sum, weight) => ({ depth: Math.max(sum.depth, weight.depth), cost: sum.cost + weight.cost }), { depth: 0, cost: 0 })
}

/** Weight of the heaviest operation of a valid document (fragments have no cycles then). */
export function weigh(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>): Weight {
  const fragments = new Map(document.definitions.filter((item) => item.kind === Kind.FRAGMENT_DEFINITION).map((item) => [item.name.value, item]))
  const weights = document.definitions.filter((item) => item.kind === Kind.OPERATION_DEFINITION).map((operation) => {
    const root = schema.getRootType(operation.operation)
    return root == null ? { depth: 0, cost: 0 } : weighSelections(operation.selectionSet, root, { schema, fragments, variables, known: new Map() })
  })
  return { depth: Math.max(0, ...weights.map(({ depth }) => depth)), cost: Math.max(0, ...weights.map(({ cost }) => cost)) }
}
