import { escapeUTF8 } from 'entities'

/** Atom feeds after RFC 4287. */

export interface AtomEntry {
  /** Never changes for the same thing. */
  readonly id: string
  readonly title: string
  /** ISO date. */
  readonly updated: string
  readonly link: string
  readonly summary: string
}

export interface AtomFeed {
  readonly id: string
  readonly title: string
  /** Address of the feed itself. */
  readonly self: string
  readonly entries: readonly AtomEntry[]
}

/** Day of a feed that has no dated entry; a feed must have one. */
const NO_DAY = '1970-01-01'

/** Characters that XML cannot hold are left out. */
 
const text = (value: string): string => escapeUTF8(value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''))
const instant = (day: string): string => `${day === '' ? NO_DAY : day}T00:00:00Z`

const entryXml = ({ id, title, updated, link, summary }: AtomEntry): string => `  <entry>
    <id>${text(id)}</id>
    <title>${text(title)}</title>
    <updated>${instant(updated)}</updated>
    <link rel="alternate" href="${text(link)}"/>
    <content type="text">${text(summary)}</content>
  </entry>
`

/** The same feed gives the same bytes. */
export function atomXml({ id, title, self, entries }: AtomFeed): string {
  const updated = entries.map((entry) => entry.updated).sort().at(-1) ?? ''
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${text(id)}</id>
  <title>${text(title)}</title>
  <updated>${instant(updated)}</updated>
  <author><name>PolicyGraph</name></author>
  <link rel="self" type="application/atom+xml" href="${text(self)}"/>
${entries.map(entryXml).join('')}</feed>
`
}
