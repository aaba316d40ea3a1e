import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { codeOf } from '../../src/core/errors.js'
import type { RunContext } from '../stage.js'
import { MOST_BYTES } from './limits.js'

/** How much a packed file unpacks to, found out without unpacking more than is allowed: a small file can hold gigabytes. */

/** Bytes that all parts of one file may unpack to. */
const MOST_UNPACKED = 4 * MOST_BYTES
/** A stream packed in a packed stream, and so on: no honest file has more layers. */
const MOST_LAYERS = 3

export type Unpacked = 'fits' | 'too-large' | 'broken'

/** Tells of a file that is passed over since it unpacks to too much. */
export const reportTooLarge = (file: string, context: RunContext): void => {
  context.report({ code: 'TOO_LARGE', severity: 'error', file, message: '解压后过大（可能是压缩炸弹），已跳过 · it unpacks to too much (a zip bomb?); passed over' })
}

/** Unpacks one stream; what cannot be unpacked counts as empty, since its reader will say so. Undefined when it is larger than `most`. */
function unpack(packed: Uint8Array, most: number, raw: boolean): Buffer | undefined {
  try {
    return (raw ? inflateRawSync : inflateSync)(packed, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? undefined : Buffer.alloc(0)
  }
}

const END = Buffer.from('PK\x05\x06', 'latin1')
const ENTRY = Buffer.from('PK\x01\x02', 'latin1')
const DEFLATED = 8

/** The packed bytes of each entry of a zip, by its directory; undefined when that makes no sense. */
function* entriesOf(zip: Buffer): Generator<{ readonly packed: Buffer; readonly method: number } | undefined> {
  const end = zip.lastIndexOf(END)
  if (end < 0 || end + 20 > zip.length) {
    yield undefined
    return
  }
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > zip.length || !zip.subarray(at, at + 4).equals(ENTRY)) {
      yield undefined
      return
    }
    const header = zip.readUInt32LE(at + 42)
    if (header + 30 > zip.length) {
      yield undefined
      return
    }
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
    yield { packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)), method: zip.readUInt16LE(at + 10) }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

/** What a zip (.docx) unpacks to: no entry more than one file may hold, and all together four times that. The sizes that it states are not believed. */
export function unpackedZip(bytes: Uint8Array): Unpacked {
  let total = 0
  for (const entry of entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    if (entry === undefined) return 'broken'
    const size = entry.method === DEFLATED ? unpack(entry.packed, Math.min(MOST_BYTES, MOST_UNPACKED - total), true)?.length : entry.packed.length
    if (size === undefined || total + size > MOST_UNPACKED) return 'too-large'
    total += size
  }
  return 'fits'
}

/** True for what may be a packed stream again: a zlib header. */
const looksPacked = (bytes: Uint8Array): boolean => bytes.length > 2 && ((bytes[0] ?? 0) & 15) === DEFLATED && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0

/** What the streams of a PDF unpack to, by the same limits; streams that are not packed by Flate hardly grow. */
export function unpackedPdf(bytes: Uint8Array): Unpacked {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    let start = at + 6
    if (pdf[start] === 13) start += 1
    if (pdf[start] === 10) start += 1
    let inner: Uint8Array = pdf.subarray(start)
    for (let layer = 0; layer < MOST_LAYERS && looksPacked(inner); layer += 1) {
      const unpacked = unpack(inner, Math.min(MOST_BYTES, MOST_UNPACKED - total), false)
      if (unpacked === undefined) return 'too-large'
      total += unpacked.length
      inner = unpacked
    }
  }
  return 'fits'
}
