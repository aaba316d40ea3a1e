import type { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import { detectEncoding } from './decode.js'

const HEAD = 64 * 1024

/** The stream's text in pieces, decoded after a look at its first 64 KiB and at the encoding that the sender names. */
export async function* decodedChunks(stream: Readable, charset?: string): AsyncIterable<string> {
  const declared = charset === undefined ? [] : [charset]
  let head: Buffer[] = []
  let size = 0
  let decoder: iconv.DecoderStream | undefined
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    if (decoder) {
      yield decoder.write(bytes)
      continue
    }
    head.push(bytes)
    size += bytes.length
    if (size < HEAD) continue
    const all = Buffer.concat(head)
    decoder = iconv.getDecoder(detectEncoding(all, true, declared))
    head = []
    yield decoder.write(all)
  }
  if (!decoder) {
    const all = Buffer.concat(head)
    decoder = iconv.getDecoder(detectEncoding(all, false, declared))
    yield decoder.write(all)
  }
  yield decoder.end() ?? ''
}

/** A line without its end; `tooLong` when it passed the limit, and then `text` is ''. */
export interface Line {
  readonly text: string
  readonly tooLong: boolean
}

/** The stream's lines; only the line at hand is held, and of one that is longer than `most` units nothing. */
export async function* lines(stream: Readable, most: number, charset?: string): AsyncIterable<Line> {
  let parts: string[] = []
  let length = 0
  const take = (): Line => {
    const line = length > most ? { text: '', tooLong: true } : { text: parts.join('').replace(/\r$/, ''), tooLong: false }
    parts = []
    length = 0
    return line
  }
  const add = (part: string): void => {
    length += part.length
    if (length > most) parts = []
    else parts.push(part)
  }
  for await (const piece of decodedChunks(stream, charset)) {
    let from = 0
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      add(piece.slice(from, at))
      yield take()
      from = at + 1
    }
    add(piece.slice(from))
  }
  if (length > 0) yield take()
}
