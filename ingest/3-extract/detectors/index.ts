import type { Detector } from '../document.js'
import { bookTitles } from './book-titles.js'
import { knownInitiatives } from './known-initiatives.js'
import { plenums } from './plenums.js'
import { quotedInitiatives } from './quoted-initiatives.js'
import { regions } from './regions.js'
import { suffixNames } from './suffix-names.js'
import { titledPersons } from './titled-persons.js'

/** Order does not matter: arbitration weighs what they propose. */
export const DETECTORS: readonly Detector[] = [regions, suffixNames, bookTitles, knownInitiatives, quotedInitiatives, plenums, titledPersons]
