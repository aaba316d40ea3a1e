import type { Pass } from '../../../../ingest/2-clean/pass.js'
import { signalsOf } from '../../../../ingest/2-clean/signals.js'

/** The text after one pass alone, run as the pipeline would: only where its signals are found. */
export function applyPass(pass: Pass, text: string): string {
  if ((signalsOf(text) & pass.when) === 0) return text
  let out = ''
  let at = 0
  for (const one of pass.apply(text)) {
    if (one.start < at || one.end <= one.start || one.end > text.length) throw new Error(`${pass.id}: edits out of order or empty`)
    out += text.slice(at, one.start) + one.after
    at = one.end
  }
  return out + text.slice(at)
}
