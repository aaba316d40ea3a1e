import { computed, effect, signal } from '@preact/signals'
import { en } from '../i18n/en.js'
import { fill } from '../i18n/fill.js'
import { zh, type TextKey } from '../i18n/zh.js'

/** Language and theme, kept in this browser. */

export type Language = 'zh' | 'en'
export type Theme = 'auto' | 'light' | 'dark'
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

/** What was kept under a name, when it is one of the choices; storage may be switched off. */
function kept<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
  try {
    const value = localStorage.getItem(name)
    return choices.find((choice) => choice === value) ?? otherwise
  } catch {
    return otherwise
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
}

const asked = new URLSearchParams(location.search).get('lang')
export const language = signal<Language>(asked === 'en' || asked === 'zh' ? asked : kept('policygraph.language', ['zh', 'en'], navigator.language.startsWith('zh') ? 'zh' : 'en'))
export const theme = signal<Theme>(kept('policygraph.theme', THEMES, 'auto'))

const texts = computed(() => (language.value === 'zh' ? zh : en))

/** A text of the page in the chosen language. */
export const t = (key: TextKey, values?: Readonly<Record<string, string | number>>): string => fill(texts.value[key], values)

/** The form of a two-language label that fits the chosen language. */
export const inLanguage = (label: { readonly zh: string; readonly en: string }): string => label[language.value]

/** Writes the choices to the document and keeps them; called once. */
export function applySettings(): void {
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
    keep('policygraph.language', language.value)
  })
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value
    keep('policygraph.theme', theme.value)
  })
}
