import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { zh, type TextKey } from '../i18n/zh.js'

/** What a strength means, in one sentence; '' for one that the page does not know. */
export function strengthSays(strength: string): string {
  const key = `strength.${strength}`
  return key in zh ? t(key as TextKey) : ''
}

export const StrengthBadge = ({ strength }: { readonly strength: string }) => (
  <span class={`badge ${strength}`} title={strengthSays(strength)}>{words.value.strength(strength)}</span>
)

export const ModalityBadge = ({ modality }: { readonly modality: string }) => <span class={`badge ${modality}`}>{words.value.modality(modality)}</span>
