import type { Detector } from '../document.js'
import { bookTitles } from './book-titles.js'
import { companies } from './companies.js'
import { countedFirms } from './counted-firms.js'
import { enumerations } from './enumerations.js'
import { executives } from './executives.js'
import { knownFirms } from './known-firms.js'
import { knownInitiatives } from './known-initiatives.js'
import { organs } from './organs.js'
import { phrases } from './phrases.js'
import { plenums } from './plenums.js'
import { quotedInitiatives } from './quoted-initiatives.js'
import { places } from './places.js'
import { regions } from './regions.js'
import { titledPersons } from './titled-persons.js'
import { unlistedPlaces } from './unlisted-places.js'

/** In this order: places open the names of bodies, bodies and firms those of events and projects. Which one stands is for arbitration to weigh. */
export const DETECTORS: readonly Detector[] = [regions, unlistedPlaces, places, titledPersons, knownFirms, companies, organs, bookTitles, quotedInitiatives, knownInitiatives, plenums, phrases, enumerations, countedFirms, executives]
