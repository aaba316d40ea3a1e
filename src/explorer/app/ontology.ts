import { computed, signal } from '@preact/signals'
import { wordsOf, type Words } from '../common/words.js'
import type { OntologyView } from '../data/answer-types.js'
import { inLanguage } from './settings.js'

/** The table of types, fetched once at the start; every screen names types by it. */
export const ontology = signal<OntologyView>({ kinds: [], relations: [], strengths: [], modalities: [] })

/** Names of types in the chosen language. */
export const words: { readonly value: Words } = computed(() => wordsOf(ontology.value, inLanguage))
