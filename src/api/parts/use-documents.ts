import type { Plugin } from 'graphql-yoga'
import { linksUnder } from '../../export/export-graph.js'
import type { Page } from '../../export/dossier/blocks.js'
import { dossierPage } from '../../export/dossier/dossier-page.js'
import { dossierOf } from '../../export/dossier/dossier.js'
import { cardPage, factCard } from '../../export/dossier/fact-card.js'
import { PAGE_POLICY, toHtml } from '../../export/dossier/to-html.js'
import { toMarkdown } from '../../export/dossier/to-markdown.js'
import type { GraphStore } from '../../store/port.js'
import { useGet, type GetOptions } from './answer-get.js'
import { decodeSegment } from './use-exports.js'

/** Documents at addresses that stay: `/fact/<id>` and `/dossier/<id>` as HTML, with `.md` as Markdown, the card with `.json` as data. */

const PATH = /^\/(fact|dossier)\/([^/]+?)(?:\.(md|json|html))?$/u

/** Seen anew each time: verdicts and corrections change what they say. */
const HEADERS = { 'cache-control': 'no-cache' }

const today = (): string => new Date().toISOString().slice(0, 10)

function rendered(page: Page, extension: string | undefined): Response {
  if (extension === 'md') return new Response(toMarkdown(page), { headers: { ...HEADERS, 'content-type': 'text/markdown; charset=utf-8' } })
  return new Response(toHtml(page), { headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY } })
}

async function card(store: GraphStore, id: string, extension: string | undefined, base: string): Promise<Response> {
  const found = await factCard(store, id, { base, accessed: today() })
  return extension === 'json' ? Response.json(found, { headers: HEADERS }) : rendered(cardPage(found), extension)
}

/** Links within pages are relative to the server, except in Markdown, which travels. */
async function dossier(store: GraphStore, id: string, extension: string | undefined, base: string): Promise<Response> {
  return rendered(dossierPage(await dossierOf(store, id), { accessed: today(), links: linksUnder(extension === 'md' ? base : new URL(base).pathname) }), extension)
}

export const useDocuments = (whole: GraphStore, options: GetOptions): Plugin => useGet(whole, ({ url, base, store }) => {
  const [, kind, id = '', extension] = PATH.exec(url.pathname) ?? []
  if (kind === 'fact') return card(store, decodeSegment(id), extension, base)
  return kind === 'dossier' && extension !== 'json' ? dossier(store, decodeSegment(id), extension, base) : undefined
}, options)
