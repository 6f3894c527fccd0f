import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const ROOT = fromHere('../../../../../')
/** The Python of the repository's virtual environment; undefined where it was not set up. */
export const PYTHON = [fromHere('../../../../../.venv/bin/python')].find((path) => existsSync(path))

/** How a program ended and what it said. */
export interface ProgramEnd {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const LONGEST_MS = 60_000
const MOST_BYTES = 64 * 2 ** 20

/** Runs a program to its end. */
export const runProgram = (
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<ProgramEnd> =>
  new Promise((resolve) => {
    const { input = '', cwd, env = {} } = options
    const child = execFile(program, args, { cwd, env: { ...process.env, ...env }, timeout: LONGEST_MS, maxBuffer: MOST_BYTES }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    )
    child.stdin!.end(input)
  })
