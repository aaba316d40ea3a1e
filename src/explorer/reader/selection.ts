import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Span } from './article-types.js'

/** The words that the reader has selected within an element, without blanks around them; undefined for none. */
function selectedIn(element: HTMLElement): Span | undefined {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return undefined
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  const [start, text] = [before.toString().length, range.toString()]
  const words = text.trim()
  const from = start + text.indexOf(words)
  return words === '' ? undefined : { start: from, end: from + words.length }
}

/** Tells what is selected in an element, each time that a selection there is made; letting go of it tells nothing. */
export function useSelection(element: RefObject<HTMLElement | null>, onSelect: (span: Span) => void): void {
  useEffect(() => {
    const listen = (): void => {
      const span = element.current === null ? undefined : selectedIn(element.current)
      if (span !== undefined) onSelect(span)
    }
    document.addEventListener('selectionchange', listen)
    return () => { document.removeEventListener('selectionchange', listen) }
  })
}
