import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/benchcast.cjs', import.meta.url))

/** How a command line ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface How {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly onStart?: (child: ChildProcess) => void
}

/** Runs the real binary, with nothing of Benchcast in its environment but what is given. */
export async function runBenchcast(args: readonly string[], { cwd, env = {}, onStart }: How = {}): Promise<Ended> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BENCHCAST_')))
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...inherited, ...env }, ...(cwd !== undefined && { cwd }) })
  const texts = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text
    })
  onStart?.(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...texts }
}
