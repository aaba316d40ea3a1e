import type { EntityKind } from './entities.js'
import type { EndSpec, RelationSpec } from './spec.js'

const ends = (...kinds: readonly EntityKind[]): readonly EndSpec<EntityKind>[] => kinds.map((kind) => ({ kind }))
const initiative = (...subkinds: readonly string[]): EndSpec<EntityKind> => ({ kind: 'INITIATIVE', subkinds })
const ANY = ends('PERSON', 'COMPANY', 'ORGANIZATION', 'REGION', 'INITIATIVE')

/** Every relation type there is, in the order of the annotation guideline. */
export const RELATIONS = {
  HOLDS_POSITION: {
    doc: 'The person holds (or held, 原) a post in the body, firm, region or zone; the title is kept as written.',
    forward: { zh: '任职于', en: 'holds a position in' },
    backward: { zh: '的任职者有', en: 'has as office holder' },
    subject: ends('PERSON'),
    object: [...ends('ORGANIZATION', 'COMPANY', 'REGION'), initiative('ZONE')],
    symmetric: false,
    derived: false,
  },
  VISITED: {
    doc: 'The person went there in person.',
    forward: { zh: '走访', en: 'visited' },
    backward: { zh: '被走访于', en: 'was visited by' },
    subject: ends('PERSON'),
    object: [...ends('COMPANY', 'ORGANIZATION', 'REGION'), initiative('ZONE', 'PROJECT')],
    symmetric: false,
    derived: false,
  },
  ATTENDED: {
    doc: 'Took part in, hosted or spoke at a named event.',
    forward: { zh: '出席', en: 'attended' },
    backward: { zh: '的出席者有', en: 'was attended by' },
    subject: ends('PERSON', 'COMPANY', 'ORGANIZATION'),
    object: [initiative('EVENT')],
    symmetric: false,
    derived: false,
  },
  PROMOTES: {
    doc: 'Calls for, launches, carries out, issues or supports the initiative.',
    forward: { zh: '推动', en: 'promotes' },
    backward: { zh: '的推动者有', en: 'is promoted by' },
    subject: ends('PERSON', 'ORGANIZATION', 'REGION', 'COMPANY'),
    object: [initiative('PROGRAM', 'ZONE', 'POLICY', 'STRATEGY', 'DESIGNATION', 'PROJECT')],
    symmetric: false,
    derived: false,
  },
  PARTICIPATES_IN: {
    doc: 'Is part of the initiative, settles in it, builds it or joins it.',
    forward: { zh: '参与', en: 'participates in' },
    backward: { zh: '的参与者有', en: 'has as participant' },
    subject: ends('COMPANY', 'ORGANIZATION', 'REGION'),
    object: [initiative('ZONE', 'PROGRAM', 'STRATEGY', 'PROJECT', 'POLICY')],
    symmetric: false,
    derived: false,
  },
  DESIGNATED: {
    doc: 'Holds or is given the status.',
    forward: { zh: '获评', en: 'is designated' },
    backward: { zh: '的获评者有', en: 'is held by' },
    subject: ends('COMPANY', 'ORGANIZATION', 'REGION'),
    object: [initiative('DESIGNATION')],
    symmetric: false,
    derived: false,
  },
  COLLABORATES_WITH: {
    doc: 'Signs with, co-builds or cooperates with; unordered.',
    forward: { zh: '与其合作', en: 'collaborates with' },
    backward: { zh: '与其合作', en: 'collaborates with' },
    subject: ends('COMPANY', 'ORGANIZATION', 'REGION', 'PERSON'),
    object: ends('COMPANY', 'ORGANIZATION', 'REGION', 'PERSON'),
    symmetric: true,
    derived: false,
  },
  INVESTS_IN: {
    doc: 'Puts money in.',
    forward: { zh: '投资', en: 'invests in' },
    backward: { zh: '的投资方有', en: 'has as investor' },
    subject: ends('COMPANY', 'ORGANIZATION'),
    object: [...ends('COMPANY', 'REGION'), initiative('PROJECT', 'ZONE')],
    symmetric: false,
    derived: false,
  },
  LOCATED_IN: {
    doc: 'Lies, is based or has settled there, when the text says so; never from a place inside the name.',
    forward: { zh: '位于', en: 'is located in' },
    backward: { zh: '境内有', en: 'is the location of' },
    subject: ends('COMPANY', 'ORGANIZATION', 'INITIATIVE'),
    object: [...ends('REGION'), initiative('ZONE')],
    symmetric: false,
    derived: false,
  },
  PART_OF: {
    doc: 'Belongs to: a district to its city, a subsidiary to its parent, a sub-programme to its programme.',
    forward: { zh: '隶属于', en: 'is part of' },
    backward: { zh: '下辖', en: 'has as part' },
    subject: ends('REGION', 'INITIATIVE', 'ORGANIZATION', 'COMPANY'),
    object: ends('REGION', 'INITIATIVE', 'ORGANIZATION', 'COMPANY'),
    symmetric: false,
    derived: false,
  },
  CO_MENTIONED: {
    doc: 'Both stand in one sentence or one article; it says nothing about how they are linked.',
    forward: { zh: '同文提及', en: 'is mentioned together with' },
    backward: { zh: '同文提及', en: 'is mentioned together with' },
    subject: ANY,
    object: ANY,
    symmetric: true,
    derived: true,
  },
} as const satisfies Record<string, RelationSpec<EntityKind>>

export type RelationType = keyof typeof RELATIONS
