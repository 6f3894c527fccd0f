import { type Command, Option } from 'commander'
import { createOutput, type Output } from './output.ts'

/** How an answer is printed. `auto` is `human`, in colour when a person looks. */
const FORMATS = ['auto', 'human', 'json', 'csv', 'quiet'] as const
type Format = (typeof FORMATS)[number]

export interface OutputFlags {
  readonly format?: Format
  /** A string where the command has a `--json FILE` of its own. */
  readonly json?: boolean | string
  readonly quiet?: boolean
}

/** Adds `--format`, `--json` and `-q`. */
export function addOutputOptions(command: Command, jsonFlag = '--json'): Command {
  return command
    .addOption(new Option('--format <format>', 'how to print: a page for people, JSON, a table for spreadsheets, or ids alone').choices(FORMATS).default('auto'))
    .option(jsonFlag, `short for --format json${jsonFlag === '--json' ? '' : '; with a file, what that asks for'}`)
    .option('-q, --quiet', 'short for --format quiet: ids alone, no progress')
}

/**
 * Where a command prints, by its flags. Data goes to standard output, everything else to standard error.
 *
 * @example outputOf({ json: true }).print({ data: { answer: 42 }, page: () => 'It is 42.' })
 */
export function outputOf({ format = 'auto', json = false, quiet = false }: OutputFlags): Output {
  const asked = json === true ? 'json' : quiet ? 'quiet' : format
  return createOutput(asked === 'auto' ? 'human' : asked, { stdout: process.stdout, stderr: process.stderr, environment: process.env, isColoured: asked === 'human' })
}
