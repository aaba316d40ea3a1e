import { createHash } from 'node:crypto'
import { webAddress, wellFormed } from '../words.js'
import { showHidden, type Block, type Inline, type Inlines, type Page } from './blocks.js'

/** Pages as one HTML file that asks for nothing else: no script, no picture, its style inside and named in its policy. */

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1917; --dim: #57534e; --line: #d6d3d1; --mark: #fef08a; --doubt: #9a3412; --paper: #fff; --link: #1d4ed8 }
@media (prefers-color-scheme: dark) { :root { --ink: #f5f5f4; --dim: #a8a29e; --line: #44403c; --mark: #713f12; --doubt: #fdba74; --paper: #1c1917; --link: #93c5fd } }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: var(--ink); background: var(--paper); font: 1rem/1.7 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.3 } h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid var(--line) } h3 { font-size: 1rem; margin: 1.2rem 0 0 }
a { color: var(--link) } .note { color: var(--dim); font-size: .9rem; margin: .2rem 0 } .doubt { color: var(--doubt); font-size: .9rem; margin: .2rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dt { color: var(--dim) } dd { margin: 0 }
blockquote { margin: .6rem 0; padding: .2rem 0 .2rem 1rem; border-left: 3px solid var(--line) } blockquote p { margin: 0 }
blockquote footer { color: var(--dim); font-size: .85rem } mark { color: inherit; background: var(--mark) } .around { color: var(--dim) }
:target { outline: 2px solid var(--link); outline-offset: 4px }
@media print { :root { --ink: #000; --dim: #444; --line: #999; --mark: #fff; --doubt: #000; --paper: #fff; --link: #000 } body { max-width: none; margin: 0; font-size: 10.5pt }
mark { text-decoration: underline } blockquote, h3 { break-inside: avoid } h2, h3 { break-after: avoid } a { text-decoration: none } }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** The policy of these pages: nothing may be loaded, run, framed or sent. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
// A page cannot forbid its framing by itself.
const META_POLICY = PAGE_POLICY.replace("; frame-ancestors 'none'", '')

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => showHidden(wellFormed(text)).replace(/[&<>"']/gu, (character) => NAMED[character] ?? character)

// Each value keeps its own direction of writing.
const isolated = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`

const inlineHtml = (inline: Inline): string => {
  if (typeof inline === 'string') return escapeHtml(inline)
  if ('strong' in inline) return `<strong>${isolated(inline.strong)}</strong>`
  const address = /^\/(?!\/)|^#/u.test(inline.href) ? inline.href : webAddress(inline.href)
  return address === undefined ? isolated(inline.text) : `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${isolated(inline.text)}</a>`
}

const inlinesHtml = (inlines: Inlines): string => inlines.map(inlineHtml).join('')
const anchorHtml = (anchor: string | undefined): string => (anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`)

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading': return `<h${block.level}${anchorHtml(block.anchor)}>${isolated(block.text)}</h${block.level}>`
    case 'paragraph': return `<p${block.tone === undefined ? '' : ` class="${block.tone}"`}>${inlinesHtml(block.inlines)}</p>`
    case 'list': return `<ul>${block.items.map((item) => `<li>${inlinesHtml(item)}</li>`).join('\n')}</ul>`
    case 'fields': return `<dl>${block.rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${inlinesHtml(value)}</dd>`).join('\n')}</dl>`
    case 'quote': {
      const around = (text: string): string => (text === '' ? '' : `<span class="around">${escapeHtml(text)}</span>`)
      const body = `${around(block.before)}<mark>${escapeHtml(block.quote)}</mark>${around(block.after)}`
      return `<blockquote${anchorHtml(block.anchor)}><p dir="auto">${body}</p><footer>${inlinesHtml(block.source)}</footer></blockquote>`
    }
  }
}

/** The page as a whole HTML document. */
export const toHtml = ({ title, blocks }: Page): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(META_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`
