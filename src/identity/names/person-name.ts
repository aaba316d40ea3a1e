import { surnameLength } from '../../../ingest/3-extract/surnames.js'
import { givenNames, surnameShares } from '../lexicon.js'
import { plainName } from './plain.js'

/** A person's full name. */
export interface PersonName {
  readonly form: string
  /** Chinese: surname and given name. Foreign: '' and the whole. */
  readonly surname: string
  readonly given: string
  /** Last part of a foreign name (马斯克 of 埃隆·马斯克), or ''. */
  readonly last: string
}

const TITLED = /(书记|市长|省长|区长|县长|镇长|局长|厅长|部长|主任|主席|总理|董事长|总经理|经理|总裁|院长|校长|会长|行长|秘书长|教授|院士|博士|总工|先生|女士|同志|老师|某)$/

/** Reads a full name; undefined for a surname with a title (张市长) and other partial forms. */
export function readPersonName(written: string): PersonName | undefined {
  const form = plainName(written).replace(/[•・‧.]/g, '·')
  if (form.length < 2 || (TITLED.test(form) && form.length <= 5)) return undefined
  const parts = form.split('·').filter((part) => part !== '')
  const last = parts.length > 1 ? parts.at(-1) ?? '' : ''
  if (last !== '') return { form, surname: '', given: form, last }
  const length = form.length <= 4 ? surnameLength(form, 0) : 0
  return { form, surname: form.slice(0, length), given: form.slice(length), last: '' }
}

const RARE_SINGLE = 0.0002
const RARE_DOUBLE = 0.00003
const RARE_SURNAME = 0.00005

/** Decimal logarithm of the share of people who bear the name: about -3.6 for 王伟, -8 for a rare surname with a rare given name. */
export function nameFrequency(name: PersonName): number {
  if (name.surname === '') return -6
  const given = givenNames().get(name.given) ?? (name.given.length === 1 ? RARE_SINGLE : RARE_DOUBLE)
  return Math.log10((surnameShares().get(name.surname) ?? RARE_SURNAME) * given)
}
