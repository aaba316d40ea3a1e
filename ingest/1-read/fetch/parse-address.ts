/** The address, against a base when it is relative; undefined when it is none. */
export function parseAddress(text: string, base?: URL): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined
}

/** The address when it is one that can be fetched or shown as a link, else ''. */
export function webAddress(text: string, base?: URL): string {
  const url = parseAddress(text, base)
  return url !== undefined && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : ''
}
