import type { Rule } from '../rule.js'
import { appointed } from './appointed.js'
import { attended } from './attended.js'
import { belongs } from './belongs.js'
import { builds } from './builds.js'
import { called } from './called.js'
import { collaborates } from './collaborates.js'
import { designated } from './designated.js'
import { eventParties } from './event-parties.js'
import { holdsPosition } from './holds-position.js'
import { hosted } from './hosted.js'
import { invests } from './invests.js'
import { issued } from './issued.js'
import { located } from './located.js'
import { nameChain } from './name-chain.js'
import { namedForParent, regionChain } from './part-of.js'
import { namedForFirm, participates } from './participates.js'
import { placed } from './placed.js'
import { promotes } from './promotes.js'
import { received } from './received.js'
import { serves } from './serves.js'
import { signed } from './signed.js'
import { spokeAt } from './spoke-at.js'
import { visited } from './visited.js'

/** Every rule that runs, in the order of the relation types. Each emits by itself; none sees what another found. */
export const RULES: readonly Rule[] = Object.freeze([
  holdsPosition, appointed, visited, received, attended, spokeAt, hosted, eventParties, promotes, issued, participates, builds, signed, called, namedForFirm, designated, collaborates, invests, located, placed, regionChain, namedForParent, belongs, serves, nameChain,
])
