import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The repository's root, where every step runs. */
export const ROOT = join(import.meta.dirname, '..')

/** A command of a script, with the title a person reads. */
export interface Step {
  readonly title: string
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
}

/** Runs steps one after the other with their output shown; stops at the first that fails, with its exit code. */
export function runSteps(steps: readonly Step[]): void {
  for (const { title, command, env } of steps) {
    const started = performance.now()
    console.log(`\n── ${title}`)
    const [program, ...args] = command
    const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`, ...env } })
    if (status !== 0) fail(title, error?.message ?? `exit code ${status}`, status ?? 1)
    console.log(`   ${title}: ok, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}

function fail(title: string, reason: string, code: number): never {
  console.error(`   ${title}: FAILED (${reason})`)
  process.exit(code)
}
