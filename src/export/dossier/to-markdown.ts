import { webAddress, wellFormed } from '../words.js'
import { showHidden, type Block, type Inline, type Inlines, type Page } from './blocks.js'

/** Pages as CommonMark. Whatever comes from articles is escaped, so that it can make no markup, link or HTML. */

const MARKUP = /[\\`*_{}[\]<>#!|~&@$^]/gu
// What begins a list or a heading underline, and what some readers turn into links by themselves.
const LINE_START = /^(\d+(?=[.)]))|^(?=[-+=])/u
const BARE_ADDRESS = /(?<=https?|ftp|mailto|www)(?=[:.])/giu

/** On one line, every character escaped that gives text a meaning beyond itself. */
export const escapeMarkdown = (text: string): string =>
  showHidden(wellFormed(text)).replace(/\s+/gu, ' ').replace(MARKUP, '\\$&').replace(LINE_START, '$1\\').replace(BARE_ADDRESS, '\\')

const inlineText = (inline: Inline): string => {
  if (typeof inline === 'string') return escapeMarkdown(inline)
  if ('strong' in inline) return `**${escapeMarkdown(inline.strong)}**`
  const address = inline.href.startsWith('/') ? inline.href : webAddress(inline.href)
  const text = escapeMarkdown(inline.text)
  return address === undefined ? text : `[${text}](<${address.replace(/[<>\\\n\r]/gu, (character) => encodeURIComponent(character))}>)`
}

const inlineTexts = (inlines: Inlines): string => inlines.map(inlineText).join('')

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading': return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`
    case 'paragraph': return block.tone === 'doubt' ? `⚠ ${inlineTexts(block.inlines)}` : inlineTexts(block.inlines)
    case 'list': return block.items.map((item) => `- ${inlineTexts(item)}`).join('\n')
    case 'fields': return block.rows.map(([name, value]) => `- ${escapeMarkdown(name)}：${inlineTexts(value)}`).join('\n')
    case 'quote': {
      const quote = `${escapeMarkdown(block.before)}**${escapeMarkdown(block.quote)}**${escapeMarkdown(block.after)}`
      return `> ${quote}\n>\n> —— ${inlineTexts(block.source)}`
    }
  }
}

/** The page as Markdown. */
export const toMarkdown = ({ blocks }: Page): string => `${blocks.map(blockText).join('\n\n')}\n`
