import { factId } from '../../../src/core/ids.js'
import type { Draws, Variables } from '../questions/variables.js'

/** Questions that both can express, asked for the same things. Paths, linked firms, claims and what was known by a day have no words in the library's API. */

export interface Shared {
  readonly name: string
  readonly ours: string
  readonly theirs: string
  readonly variables: (draws: Draws) => Variables
}

const THEIR_FACT = 'id type modality subject { id name } object { id name } evidence(limit: 1) { quote article { title date } }'
const OUR_FACT = 'id type modality subject { id name } object { id name } evidence(first: 1) { quote article { title date } }'

const sorted = 'limit: 20, sort: [{ articleCount: DESC }, { id: ASC }]'

export const SHARED: readonly Shared[] = [
  {
    name: 'entity with 20 facts',
    ours: `query($id: ID!) { entity(id: $id) { id kind name aliases articleCount facts(first: 20) { nodes { ${OUR_FACT} } } } }`,
    theirs: `query($id: ID!) { entities(where: { id: { eq: $id } }) { id kind name aliases articleCount asSubject(where: { open: { eq: true } }, ${sorted}) { ${THEIR_FACT} } asObject(where: { open: { eq: true } }, ${sorted}) { ${THEIR_FACT} } } }`,
    variables: (draws) => ({ id: draws.entity(draws.day() > '2023' ? 'COMPANY' : 'REGION').id }),
  },
  {
    name: 'search by a part of a name',
    ours: 'query($text: String!) { search(text: $text, first: 20) { edges { node { id kind name articleCount } } } }',
    theirs: 'query($text: String!) { entities(where: { searchText: { contains: $text } }, limit: 20, sort: [{ articleCount: DESC }]) { id kind name articleCount } }',
    variables: (draws) => ({ text: draws.entity('COMPANY').name.slice(0, 4) }),
  },
  {
    name: 'who takes part in an initiative',
    ours: `query($id: ID!) { entity(id: $id) { name facts(types: [PARTICIPATES_IN], side: OBJECT, first: 20) { nodes { ${OUR_FACT} } } } }`,
    theirs: `query($id: ID!) { entities(where: { id: { eq: $id } }) { name asObject(where: { open: { eq: true }, type: { eq: "PARTICIPATES_IN" } }, ${sorted}) { ${THEIR_FACT} } } }`,
    variables: (draws) => ({ id: draws.fact('PARTICIPATES_IN').object.id }),
  },
  {
    name: 'all that proves a fact',
    ours: 'query($id: ID!) { fact(id: $id) { type subject { name } object { name } evidence(first: 100) { quote article { id title date } } } }',
    theirs: 'query($id: ID!) { facts(where: { id: { eq: $id } }) { type subject { name } object { name } evidence(limit: 100) { quote article { id title date } } } }',
    variables: (draws) => {
      const { subject, object } = draws.fact('INVESTS_IN')
      return { id: factId('INVESTS_IN', subject.id, object.id, '') }
    },
  },
]
