import { displayWidth, fitted } from '../terminal/text.ts'

const BAR_WIDTH = 24
/** Elsewhere than on a terminal, a line at most so often. */
const LINE_EVERY_MS = 5000

export interface ProgressStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** How far something is, for people who look. */
export interface Progress {
  /** @param share 0 to 1; absent while nobody can tell. */
  update(text: string, share?: number): void
  /** Takes the bar away. */
  end(): void
}

const SILENT: Progress = { update: () => {}, end: () => {} }

/**
 * A bar that is written over on a terminal; in a log a line now and then, and the last one. Nothing when `isQuiet`.
 *
 * @param isWatched it is what the command is for: the first line comes at once
 */
export function progressOn(stream: ProgressStream, isQuiet: boolean, isWatched = false): Progress {
  if (isQuiet) return SILENT
  return stream.isTTY ? barOn(stream) : linesOn(stream, isWatched)
}

function barOn(stream: ProgressStream): Progress {
  return {
    update: (text, share) => void stream.write(`\r\x1b[K${fitted(progressLine(text, share), (stream.columns || 80) - 1)}`),
    end: () => void stream.write('\r\x1b[K'),
  }
}

function linesOn(stream: ProgressStream, isWatched: boolean): Progress {
  // What ends soon needs no line.
  let [written, heard, writtenMs] = ['', '', isWatched ? Number.NEGATIVE_INFINITY : performance.now()]
  const write = () => {
    if (heard === written) return
    ;[written, writtenMs] = [heard, performance.now()]
    stream.write(`${written}\n`)
  }
  return {
    update: (text, share) => {
      heard = share === undefined ? text : `${String(Math.round(100 * share)).padStart(3)} %  ${text}`
      if (performance.now() - writtenMs >= LINE_EVERY_MS) write()
    },
    end: () => {
      if (written !== '') write()
    },
  }
}

/** @example progressLine('Measuring', 0.5) // '████████████░░░░░░░░░░░░  50 %  Measuring' */
export function progressLine(text: string, share: number | undefined): string {
  if (share === undefined) return text
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH)
  const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full)
  return `${bar}  ${String(Math.round(100 * share)).padStart(2)} %${displayWidth(text) === 0 ? '' : `  ${text}`}`
}
