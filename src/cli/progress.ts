import { SingleBar } from 'cli-progress'
import type { LoadProgress } from '../../ingest/6-load/report.js'
import type { Terminal } from './command.js'

/** Shows how far a run is: a bar on a terminal, a line now and then elsewhere. */
export interface ProgressView {
  update(progress: LoadProgress): void
  end(): void
}

/** Seconds between two lines when nobody watches a terminal. */
const LINE_EVERY = 5

export const clock = (seconds: number): string => {
  const whole = Math.round(seconds)
  const minutes = String(Math.floor(whole / 60) % 60).padStart(2, '0')
  const rest = String(whole % 60).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  return hours > 0 ? `${hours}:${minutes}:${rest}` : `${minutes}:${rest}`
}

const rate = (progress: LoadProgress): string => Math.round(progress.charactersPerSecond).toLocaleString('en-US')
const eta = (progress: LoadProgress): string => (progress.etaSeconds === undefined ? '--:--' : clock(progress.etaSeconds))

/** `totalCharacters` is the length of the bar; without it the bar only counts. */
export function openProgress(terminal: Terminal, totalCharacters: number | undefined): ProgressView {
  return terminal.screen === undefined ? linesOn(terminal) : barOn(terminal.screen, totalCharacters)
}

function barOn(stream: NodeJS.WriteStream, total: number | undefined): ProgressView {
  const share = total === undefined ? '' : '{bar} {percentage}%  '
  const bar = new SingleBar({ stream, format: `${share}{articles} 篇  {speed} 字/秒  剩余 {left}`, clearOnComplete: true, hideCursor: true, fps: 5 })
  bar.start(Math.max(1, total ?? 1), 0, { articles: 0, speed: '0', left: '--:--' })
  return {
    update: (progress) => {
      bar.update(Math.min(total ?? 0, progress.characters), { articles: progress.articles, speed: rate(progress), left: eta(progress) })
    },
    end: () => {
      bar.stop()
    },
  }
}

function linesOn(terminal: Terminal): ProgressView {
  let last = 0
  return {
    update: (progress) => {
      if (progress.seconds - last < LINE_EVERY) return
      last = progress.seconds
      terminal.say(`${progress.articles} 篇，${progress.characters} 字，${rate(progress)} 字/秒，剩余 ${eta(progress)} · articles, characters, characters per second, time left`)
    },
    end: () => undefined,
  }
}
