import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** The repository's root, where every step runs. */
export const ROOT = join(import.meta.dirname, '..')

/** A command of a script, with the title a person reads. */
export interface Step {
  readonly title: string
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
}

const environmentOf = ({ env }: Step) => ({ ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`, ...env })
const heading = ({ title }: Step): void => console.log(`\n── ${title}`)

/** Runs steps one after the other with their output shown; stops at the first that fails, with its exit code. */
export function runSteps(steps: readonly Step[]): void {
  for (const step of steps) {
    const started = performance.now()
    heading(step)
    const [program, ...args] = step.command
    const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: environmentOf(step) })
    conclude(step, started, status, error)
  }
}

/** Runs steps side by side, and shows the whole output of each when it has ended; stops all at the first that fails, with its exit code. */
export async function runTogether(steps: readonly Step[]): Promise<void> {
  await Promise.all(
    steps.map(async (step) => {
      const started = performance.now()
      const [program, ...args] = step.command
      const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: environmentOf(step) })
      process.once('exit', () => child.kill())
      const output: Buffer[] = []
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => output.push(bytes))
      const [status, error] = await once(child, 'close').then(
        ([code]) => [code as number | null, undefined] as const,
        (reason: Error) => [null, reason] as const,
      )
      heading(step)
      process.stdout.write(Buffer.concat(output))
      conclude(step, started, status, error)
    }),
  )
}

function conclude({ title }: Step, started: number, status: number | null, error?: Error): void {
  if (status !== 0) {
    console.error(`   ${title}: FAILED (${error?.message ?? `exit code ${status}`})`)
    process.exit(status ?? 1)
  }
  console.log(`   ${title}: ok, ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
