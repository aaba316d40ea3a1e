import type { EntityKind } from '../../schema/ontology/index.js'

/** How an article brings a form: used as a name, introduced by 以下简称, or given as a former name (原名, 更名前). */
export type NameRole = 'used' | 'introduced' | 'former'

export interface NameForm {
  /** Repaired form, as written. */
  readonly form: string
  /** Mentions of the form over all articles. */
  readonly count: number
  readonly role: NameRole
}

/** One post of a person, or one holder's post of a body is not kept here: posts belong to persons. */
export interface ProfilePost {
  /** As written: 市委副书记, 董事长. */
  readonly title: string
  readonly bodyName: string
  /** Entity id of the body, or ''. */
  readonly bodyId: string
  /** Code of the body's place, or ''. */
  readonly regionCode: string
  /** ISO dates (year, month or day) between which articles show the post, or ''. */
  readonly from: string
  readonly to: string
}

/**
 * All that is known of one entity id when it is compared with another: a fold of its ArticleEntity records.
 * An empty string or list means "not known", never "none".
 */
export interface Profile {
  readonly id: string
  readonly kind: EntityKind
  readonly subkind: string
  readonly names: readonly NameForm[]
  /** Codes of regions it is said to lie in; for a REGION its own code first. */
  readonly regions: readonly string[]
  /** Home regions of the articles that name it, by code. */
  readonly homes: readonly string[]
  readonly posts: readonly ProfilePost[]
  /** Ids of entities it shares a fact with. */
  readonly related: readonly string[]
  /** ISO dates of the first and last article, or ''. */
  readonly first: string
  readonly last: string
  /** 统一社会信用代码, 18 characters, or ''. */
  readonly uscc: string
  /** Wikidata id (Q…), or ''. */
  readonly wikidata: string
}

/** A profile from what is known of it; the rest is "not known". */
export function makeProfile(known: Pick<Profile, 'id' | 'kind' | 'names'> & Partial<Profile>): Profile {
  return { subkind: '', regions: [], homes: [], posts: [], related: [], first: '', last: '', uscc: '', wikidata: '', ...known }
}
