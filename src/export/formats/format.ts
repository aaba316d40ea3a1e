import type { ExportGraph, Links } from '../export-graph.js'

export interface WriteOptions {
  /** Addresses that the file gives to things. */
  readonly links: Links
}

/** One way to write a graph down. `write` yields text that may be sent as it comes. */
export interface ExportFormat {
  /** With charset. */
  readonly contentType: string
  /** Of a file name, without the dot. */
  readonly extension: string
  readonly write: (graph: ExportGraph, options: WriteOptions) => AsyncIterable<string>
}
