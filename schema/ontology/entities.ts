import type { EntityKindSpec } from './spec.js'

/** Every kind of entity there is. Adding one is an edit here; the rest derives. */
export const ENTITY_KINDS = {
  PERSON: {
    doc: 'A named person. Not a byline, and not a name inside the title of a doctrine.',
    label: { zh: '人物', en: 'Person' },
    typeName: 'Person',
    colour: '#c8580a',
    subkinds: {
      official: { zh: '官员', en: 'Official' },
      executive: { zh: '企业负责人', en: 'Executive' },
      expert: { zh: '专家', en: 'Expert' },
      other: { zh: '其他', en: 'Other' },
    },
  },
  COMPANY: {
    doc: 'An enterprise, bank, plant, studio or branch, by its full or short name.',
    label: { zh: '企业', en: 'Company' },
    typeName: 'Company',
    colour: '#0b80c8',
    subkinds: {},
  },
  ORGANIZATION: {
    doc: 'Any other named body: party and government organs, departments, universities, hospitals, associations, media.',
    label: { zh: '机构', en: 'Organization' },
    typeName: 'Organization',
    colour: '#7c5cf0',
    subkinds: {
      government: { zh: '政府部门', en: 'Government' },
      party: { zh: '党的机关', en: 'Party organ' },
      academic: { zh: '院校与科研', en: 'Academic' },
      association: { zh: '协会商会', en: 'Association' },
      other: { zh: '其他', en: 'Other' },
    },
  },
  REGION: {
    doc: 'A named administrative division of any level, a named area made of several, or a country.',
    label: { zh: '地区', en: 'Region' },
    typeName: 'Region',
    colour: '#0c9a5a',
    subkinds: {
      country: { zh: '国家', en: 'Country' },
      province: { zh: '省级', en: 'Province' },
      city: { zh: '地级', en: 'City' },
      county: { zh: '县级', en: 'County' },
      town: { zh: '乡镇街道', en: 'Town' },
      area: { zh: '区域', en: 'Area' },
    },
  },
  INITIATIVE: {
    doc: 'A named policy effort: programme, zone, document, strategy, status given, project or event.',
    label: { zh: '政策举措', en: 'Initiative' },
    typeName: 'Initiative',
    colour: '#d12a8e',
    subkinds: {
      PROGRAM: { zh: '行动计划', en: 'Programme' },
      ZONE: { zh: '园区与协同区', en: 'Zone' },
      POLICY: { zh: '政策文件', en: 'Policy' },
      STRATEGY: { zh: '战略', en: 'Strategy' },
      DESIGNATION: { zh: '资质称号', en: 'Designation' },
      PROJECT: { zh: '项目', en: 'Project' },
      EVENT: { zh: '会议活动', en: 'Event' },
    },
  },
} as const satisfies Record<string, EntityKindSpec>

export type EntityKind = keyof typeof ENTITY_KINDS
