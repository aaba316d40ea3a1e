/** Reads the compact notation of profiles in pairs.tsv; its header explains it. */
import type { EntityKind } from '../../../schema/ontology/index.js'
import { loadGazetteer } from '../../../ingest/3-extract/gazetteer.js'
import { makeProfile, type NameForm, type NameRole, type Profile, type ProfilePost } from '../../../src/identity/profile.js'

/** Code of a place written by name or code; throws on a place that the gazetteer does not know. */
function codeOf(place: string): string {
  const gazetteer = loadGazetteer()
  const known = gazetteer.byCode(place) ?? gazetteer.byForm(place)[0]
  if (!known) throw new RangeError(`unknown place ${place}`)
  return known.code
}

const ROLES: Readonly<Record<string, NameRole>> = { '^': 'introduced', '~': 'former' }

function readName(text: string): NameForm {
  const role = ROLES[text.charAt(0)]
  return { form: role === undefined ? text : text.slice(1), count: 1, role: role ?? 'used' }
}

function readSpan(text: string): { readonly from: string; readonly to: string } {
  const [from = '', to = from] = text.split('..')
  return { from, to: to === '' ? '' : to }
}

function readPost(text: string): ProfilePost {
  const [title = '', bodyName = '', span = ''] = text.split('/')
  return { title, bodyName, bodyId: '', regionCode: '', ...readSpan(span) }
}

/** One profile; `id` is the caller's. Throws on a segment that the notation does not know. */
export function readProfile(id: string, kind: EntityKind, written: string): Profile {
  const [names = '', ...segments] = written.split(';').map((segment) => segment.trim())
  let profile = makeProfile({ id, kind, names: names.split('=').map(readName) })
  for (const segment of segments) profile = { ...profile, ...readSegment(segment, profile) }
  return profile
}

function readSegment(segment: string, { posts }: Profile): Partial<Profile> {
  if (segment.startsWith('@')) return { homes: segment.slice(1).split(',').map(codeOf) }
  if (segment.startsWith('#')) return { subkind: segment.slice(1) }
  const space = segment.indexOf(' ')
  const rest = segment.slice(space + 1)
  switch (segment.slice(0, space)) {
    case 'in': return { regions: rest.split(',').map(codeOf) }
    case 'post': return { posts: [...posts, readPost(rest)] }
    case 'rel': return { related: rest.split(',') }
    case 'uscc': return { uscc: rest }
    case 'wd': return { wikidata: rest }
    case 'd': {
      const { from, to } = readSpan(rest)
      return { first: from, last: to }
    }
    default: throw new RangeError(`unknown segment ${segment}`)
  }
}
