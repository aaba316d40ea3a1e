/**
 * Half-open spans in UTF-16 code units, branded by the text they index,
 * so that an offset into the raw text cannot be used on the clean text by mistake.
 */
declare const space: unique symbol

interface Offsets<Space extends string> {
  readonly start: number
  readonly end: number
  readonly [space]?: Space
}

export type RawSpan = Offsets<'raw'>
export type CleanSpan = Offsets<'clean'>

export const rawSpan = (start: number, end: number): RawSpan => ({ start, end })
export const cleanSpan = (start: number, end: number): CleanSpan => ({ start, end })

/** The characters a span covers. The caller passes the text that the span's brand names. */
export const sliceSpan = (text: string, span: { readonly start: number; readonly end: number }): string =>
  text.slice(span.start, span.end)

export const overlaps = (a: Offsets<string>, b: Offsets<string>): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Offsets<string>, inner: Offsets<string>): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
