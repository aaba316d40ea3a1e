import { pino, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './log-settings.js'

/** Structured logs, one JSON object a line. Secrets are struck out of the finished line, wherever in it they stand. */

export const STRUCK = '[secret]'

/** Whatever follows `Bearer`, access tokens of ours, and the password within an address. */
const BEARER = /(Bearer\s+)[\w.~+/=-]+/giu
const TOKEN = /(pgt_[0-9a-f]{12}_)[\w-]+/gu
const IN_ADDRESS = /(\/\/[^\s/:@"]*:)[^\s/@"]+(?=@)/gu

/** Replaces the given secrets, also as JSON escapes them, and what looks like one. Those under four characters would strike out ordinary words. */
export function strikeOut(line: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret.length >= 4).flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  const without = [...new Set(known)].sort((a, b) => b.length - a.length).reduce((text, secret) => text.replaceAll(secret, STRUCK), line)
  return without.replace(BEARER, `$1${STRUCK}`).replace(TOKEN, `$1${STRUCK}`).replace(IN_ADDRESS, `$1${STRUCK}`)
}

/** `secrets`: passwords and keys that the process was started with. */
export const makeLogger = (out: DestinationStream, secrets: readonly string[], level: LogLevel = 'info'): Logger =>
  pino({ level, base: { name: 'policygraph' }, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: (line) => strikeOut(line, secrets) } }, out)
