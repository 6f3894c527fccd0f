import { type Ink, inkFor, PLAIN } from '../terminal/ink.ts'
import { pageWidth } from '../terminal/text.ts'
import { asCsv } from './csv.ts'
import { type Progress, type ProgressStream, progressOn } from './progress.ts'

/** What a page for people is laid out for. */
export interface Page {
  /** Columns of the terminal. */
  readonly width: number
  readonly ink: Ink
}

/** What a command has to say, once for each kind of reader. */
export interface Answer {
  /** Printed as it is by `--json`. */
  readonly data: unknown
  /** For people. */
  readonly page: (page: Page) => string
  /** For spreadsheets; the data themselves when absent, one object a row. */
  readonly rows?: () => readonly object[]
  /** What `-q` prints, one a line; nothing when absent. */
  readonly ids?: () => readonly string[]
}

export interface Output {
  readonly format: 'human' | 'json' | 'csv' | 'quiet'
  /** Data, to standard output. */
  print(answer: Answer): void
  /** A sentence for people, to standard error; left out by `-q`. */
  note(text: string): void
  /** A bar on standard error where a person looks; elsewhere lines, from the first one on where it is what the command is for. */
  progress(isWatched?: boolean): Progress
}

interface World {
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }
  readonly stderr: ProgressStream
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Colours were asked for, terminal or not. */
  readonly isColoured?: boolean
}

/** Prints answers in one format. */
export function createOutput(format: Output['format'], { stdout, stderr, environment, isColoured = false }: World): Output {
  const ink = inkFor(isColoured ? { isTTY: true } : stdout, environment)
  const page: Page = { width: pageWidth(stdout.columns), ink: format === 'human' ? ink : PLAIN }
  return {
    format,
    print: (answer) => void stdout.write(textOf(answer, format, page)),
    note: (text) => void (format !== 'quiet' && stderr.write(`${text}\n`)),
    progress: (isWatched) => progressOn(stderr, format === 'quiet', isWatched),
  }
}

function textOf({ data, page, rows, ids }: Answer, format: Output['format'], on: Page): string {
  if (format === 'json') return `${JSON.stringify(data, undefined, 2)}\n`
  if (format === 'csv') return asCsv(rows?.() ?? ([data].flat() as object[]))
  if (format === 'quiet') return (ids?.() ?? []).map((id) => `${id}\n`).join('')
  return `${page(on)}\n`
}
