import { extname } from 'node:path'

/** Suffix of the reader for each media type; what is not here goes by the address and by its first bytes. */
const KIND_OF_TYPE: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['application/rss+xml', '.xml'],
  ['application/atom+xml', '.xml'],
  ['application/rdf+xml', '.xml'],
  ['application/pdf', '.pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
  ['application/json', '.json'],
  ['application/x-ndjson', '.jsonl'],
  ['application/jsonl', '.jsonl'],
  ['text/csv', '.csv'],
  ['text/markdown', '.md'],
])
/** Types that servers give to files of many kinds. */
const VAGUE: ReadonlySet<string> = new Set(['', 'text/plain', 'application/octet-stream', 'binary/octet-stream', 'text/xml', 'application/xml', 'application/zip', 'application/x-download'])

/**
 * Suffix of the reader for a fetched page, '' when none reads it. The first bytes decide where servers are known to be
 * careless: a page sent as text/plain or XML may be a feed, a web page or a PDF.
 */
export function kindOfPage(mediaType: string, url: URL, bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('%PDF-')) return '.pdf'
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(head)) return '.xml'
  const known = KIND_OF_TYPE.get(mediaType)
  if (known !== undefined) return known
  if (!VAGUE.has(mediaType)) return ''
  if (/<(?:!doctype\s+html|html|body)[\s>]/i.test(head)) return '.html'
  const suffix = extname(url.pathname).toLowerCase()
  if (suffix !== '' && [...KIND_OF_TYPE.values(), '.htm', '.rss', '.atom', '.ndjson', '.txt'].includes(suffix)) return suffix
  if (mediaType === 'text/plain') return '.txt'
  return ''
}
