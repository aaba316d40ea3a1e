import { ontology, words } from '../app/ontology.js'
import { t } from '../app/settings.js'

/** Conditions that several questions share, as they stand in the address: '' for none. */
export interface Conditions {
  /** Weakest strength that counts. */
  readonly least: string
  /** ISO day; only what was known by then counts. */
  readonly asof: string
}

export const readConditions = ({ least = '', asof = '' }: Readonly<Record<string, string>>): Conditions => ({ least, asof })

/** As variables of a question. */
export const asVariables = ({ least, asof }: Conditions): { readonly minStrength: string | null; readonly asOf: string | null } => ({ minStrength: least === '' ? null : least, asOf: asof === '' ? null : asof })

/** Fields for the conditions. */
export const ConditionFields = ({ value, onValue }: { readonly value: Conditions; readonly onValue: (next: Conditions) => void }) => (
  <>
    <label>{t('ask.least')}
      <select value={value.least} onChange={(event) => { onValue({ ...value, least: event.currentTarget.value }) }}>
        <option value="">{t('ask.least.any')}</option>
        {ontology.value.strengths.map(({ strength }) => <option key={strength} value={strength}>{words.value.strength(strength)}</option>)}
      </select>
    </label>
    <label>{t('claim.asof')}<input type="date" value={value.asof} onInput={(event) => { onValue({ ...value, asof: event.currentTarget.value }) }} /></label>
  </>
)
