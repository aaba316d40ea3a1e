import type { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import { detectEncoding } from './decode.js'

const HEAD = 64 * 1024

/** The stream's text in pieces, decoded after a look at its first 64 KiB. */
export async function* decodedChunks(stream: Readable): AsyncIterable<string> {
  let head: Buffer[] = []
  let size = 0
  let decoder: iconv.DecoderStream | undefined
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    if (decoder) {
      yield decoder.write(bytes) ?? ''
      continue
    }
    head.push(bytes)
    size += bytes.length
    if (size < HEAD) continue
    const all = Buffer.concat(head)
    decoder = iconv.getDecoder(detectEncoding(all))
    head = []
    yield decoder.write(all) ?? ''
  }
  if (!decoder) {
    const all = Buffer.concat(head)
    decoder = iconv.getDecoder(detectEncoding(all))
    yield decoder.write(all) ?? ''
  }
  yield decoder.end() ?? ''
}

/** The stream's lines without their ends; only the line at hand is held. */
export async function* lines(stream: Readable): AsyncIterable<string> {
  let rest = ''
  for await (const piece of decodedChunks(stream)) {
    rest += piece
    let from = 0
    for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', from)) {
      yield rest.slice(from, at).replace(/\r$/, '')
      from = at + 1
    }
    rest = rest.slice(from)
  }
  if (rest !== '') yield rest
}
