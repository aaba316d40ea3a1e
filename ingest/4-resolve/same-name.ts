/** When two forms within one article mean one entity, and what to look a form up by. */
import type { EntityKind } from '../../schema/ontology/index.js'
import { plainForm } from './name-parts.js'
import { companyParts, sameCompany } from './same-company.js'
import { sameInitiative } from './same-initiative.js'
import { everydayOrgan, sameOrganization } from './same-organization.js'

export { plainForm, regionPrefixLength } from './name-parts.js'

/** A form with what arbitration knows of it. */
export interface Named {
  readonly kind: EntityKind
  readonly subkind: string
  readonly text: string
}

/** True when `short` (the shorter form) means what `long` means within one article. Persons and regions are joined elsewhere. */
export function meansTheSame(short: Named, long: Named): boolean {
  if (short.kind !== long.kind) return false
  switch (short.kind) {
    case 'COMPANY': return sameCompany(plainForm(short.text), plainForm(long.text))
    case 'ORGANIZATION': return sameOrganization(plainForm(short.text), plainForm(long.text))
    case 'INITIATIVE': return sameInitiative(short.text, long.text, short.subkind, long.subkind)
    case 'PERSON': case 'REGION': return false
  }
}

/**
 * Keys under which a form is filed: two forms that mean the same share at least one, so that a long list of names need not be
 * compared pair by pair.
 */
export function blockingKeys({ kind, text }: Named): readonly string[] {
  const name = plainForm(text)
  switch (kind) {
    case 'COMPANY': {
      const { core } = companyParts(name)
      return [`^${core.slice(0, 2)}`, `|${core.slice(-2)}`, `1${name.charAt(0)}`, `1${core.charAt(0)}`]
    }
    case 'ORGANIZATION': {
      const everyday = everydayOrgan(name)
      return [`$${everyday.slice(-2)}`, `1${everyday.charAt(0)}`]
    }
    case 'INITIATIVE': return [`^${name.replace(/^(?:\d{4}年?|第[一二三四五六七八九十]+届)/, '').slice(0, 2)}`, `$${name.slice(-2)}`, `${/[“‘]([^“”‘’]{2,4})/.exec(text)?.[1] ?? ''}“`]
    case 'PERSON': case 'REGION': return []
  }
}
