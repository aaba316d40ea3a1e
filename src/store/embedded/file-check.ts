import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/**
 * Tells whether the database file is as this program left it. The database itself has no checksums over its pages, takes an
 * emptied file for a new graph, and cannot tell a write-ahead log (WAL) that lost committed work from one whose last write was cut off.
 *
 * `<file>.check` beside it says either `closed` with the size and sums of the file, or `open` with the bytes of the WAL that are committed.
 */

const MIB = 1024 ** 2
/** Of a larger file only so many MiB are looked at on each opening, others each time: half a second or so. */
const MOST_LOOKED_AT = 512
/** Frames of the WAL begin after its header: id (16), a flag (1) and their sum (8). A frame is a length (8), so many bytes, and a sum (8). */
const WAL_HEADER = 25
const FRAME_EXTRA = 16

interface Closed {
  readonly state: 'closed'
  readonly size: number
  /** CRC-32 of each MiB. */
  readonly sums: readonly number[]
}

interface Open {
  readonly state: 'open'
  /** Bytes of the WAL after the last commit; -1 while a commit is under way. */
  readonly wal: number
}

export interface Damage {
  readonly state: 'damaged'
  /** Path of the damaged file. */
  readonly file: string
  /** In Chinese and English. */
  readonly why: string
}

/** What a look at the files before opening them says. */
export type Look =
  /** Closed in order and unchanged since, or not there yet. */
  | { readonly state: 'whole' }
  /** The process that had it open did not close it or has it open still, or nothing is known of it. `torn`: the last write to the WAL was cut off. */
  | { readonly state: 'unclosed'; readonly torn: boolean }
  | Damage

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const NOT_LOOKED_AT = -1

/** Sums of the file's MiB: of every `step`th from a random one on, and the last. */
function sumsOf(file: string, step: number): { readonly size: number; readonly sums: readonly number[] } {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const count = Math.ceil(size / MIB)
    const piece = Buffer.alloc(MIB)
    const first = Math.floor(Math.random() * step)
    const sums = Array.from({ length: count }, (_, index) =>
      index % step === first || index === count - 1 ? crc32(piece.subarray(0, readSync(handle, piece, 0, MIB, index * MIB))) : NOT_LOOKED_AT)
    return { size, sums }
  } finally {
    closeSync(handle)
  }
}

/** A note as written; undefined for none, or one that was cut off itself. */
function parse(text: string): Closed | Open | undefined {
  try {
    return JSON.parse(text) as Closed | Open
  } catch {
    return undefined
  }
}

/** Where the first frame ends that reaches byte `upTo` of the WAL; beyond its end for a frame that was cut off. */
function frameEnd(wal: string, upTo: number): number {
  const handle = openSync(wal, 'r')
  try {
    const length = Buffer.alloc(8)
    let at = WAL_HEADER
    while (at < upTo) at += readSync(handle, length, 0, 8, at) < 8 ? FRAME_EXTRA : Number(length.readBigUInt64LE()) + FRAME_EXTRA
    return at
  } finally {
    closeSync(handle)
  }
}

/** True when the WAL ends within a frame, as after a kill, a power cut or a full disk in the middle of a write. */
function endsWithinFrame(wal: string): boolean {
  const size = sizeOf(wal)
  return size > 0 && frameEnd(wal, size) > size
}

export class FileCheck {
  readonly #file: string
  readonly #wal: string
  readonly #note: string
  #before: { readonly modified: number; readonly note: Closed } | undefined

  /** `file`: the database. */
  constructor(file: string) {
    this.#file = file
    this.#wal = `${file}.wal`
    this.#note = `${file}.check`
  }

  /**
   * Looks before the database is opened. What another process has open and writes to may differ from its note for a moment, so
   * damage counts only when the note is the same afterwards.
   */
  look(): Look {
    const text = this.#text()
    const note = parse(text)
    if (note === undefined && !existsSync(this.#file) && !existsSync(this.#wal)) return { state: 'whole' }
    const isClosed = note?.state === 'closed' && sizeOf(this.#wal) === 0
    const damage = note?.state === 'open' ? this.#compareWal(note) : note !== undefined && isClosed ? this.#compare(note) : undefined
    if (damage !== undefined && this.#text() === text) return damage
    return isClosed && damage === undefined ? { state: 'whole' } : { state: 'unclosed', torn: endsWithinFrame(this.#wal) }
  }

  /** To be called before anything is done about a file that was not closed: the log may be taken in at any moment from now on. */
  mending(): void {
    this.#write({ state: 'open', wal: -1 })
  }

  /** To be called when the database has been opened: from now on the file may change. */
  opened(): void {
    const note = parse(this.#text())
    const file = statSync(this.#file, { throwIfNoEntry: false })
    this.#before = note?.state === 'closed' && file !== undefined ? { modified: file.mtimeMs, note } : undefined
    this.#write({ state: 'open', wal: -1 })
  }

  /** To be called before anything is written. */
  beforeChange(): void {
    this.#before = undefined
    this.#write({ state: 'open', wal: -1 })
  }

  /** To be called before the database is closed, which takes the log in. */
  closing(): void {
    if (this.#before === undefined) this.beforeChange()
  }

  /** To be called after a commit: so much of the log is promised. */
  committed(): void {
    this.#write({ state: 'open', wal: sizeOf(this.#wal) })
  }

  /** To be called when the database has been closed. */
  closed(): void {
    if (sizeOf(this.#wal) > 0 || existsSync(`${this.#wal}.checkpoint`) || !existsSync(this.#file)) {
      rmSync(this.#note, { force: true }) // the last work is still in the log; the next opening takes it in
      return
    }
    const { mtimeMs, size } = statSync(this.#file)
    const before = this.#before
    if (before?.modified === mtimeMs && before.note.size === size) this.#write(before.note)
    else this.#write({ state: 'closed', ...sumsOf(this.#file, 1) })
  }

  #compare({ size, sums }: Closed): Damage | undefined {
    const damaged = (why: string): Damage => ({ state: 'damaged', file: this.#file, why })
    if (!existsSync(this.#file)) return damaged('文件不见了 · the file is gone')
    const now = sumsOf(this.#file, Math.ceil(sums.length / MOST_LOOKED_AT))
    if (now.size !== size) return damaged(`应为 ${size} 字节，现为 ${now.size} · ${now.size} bytes instead of ${size}`)
    const at = now.sums.findIndex((sum, index) => sum !== NOT_LOOKED_AT && sum !== sums[index])
    return at < 0 ? undefined : damaged(`第 ${at + 1} MiB 的内容变了 · MiB ${at + 1} has changed`)
  }

  #compareWal({ wal }: Open): Damage | undefined {
    const size = sizeOf(this.#wal)
    // a checkpoint that was under way has moved the log aside
    if (existsSync(`${this.#wal}.checkpoint`)) return undefined
    if (size < wal) return { state: 'damaged', file: this.#wal, why: `应有 ${wal} 字节，只有 ${size} · ${size} bytes of ${wal}` }
    // a frame whose length was changed reaches beyond what was promised, and would pass for one that was cut off
    if (wal <= 0 || frameEnd(this.#wal, wal) === wal) return undefined
    return { state: 'damaged', file: this.#wal, why: `前 ${wal} 字节不成整条记录 · its first ${wal} bytes are no whole records` }
  }

  #text(): string {
    try {
      return readFileSync(this.#note, 'utf8')
    } catch {
      return ''
    }
  }

  #write(note: Closed | Open): void {
    try {
      writeFileSync(this.#note, JSON.stringify(note))
    } catch {
      rmSync(this.#note, { force: true }) // a full disk: no note is better than a wrong one
    }
  }
}
