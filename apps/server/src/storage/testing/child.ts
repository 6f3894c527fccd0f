import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A program of this folder running as a process of its own, with what it said. */
export interface Child {
  readonly pid: number
  readonly lines: readonly string[]
  /** Resolves once a line begins so; throws when the program ends before. */
  readonly said: (start: string) => Promise<void>
  /** SIGKILL; resolves when everything it said has arrived. */
  readonly kill: () => Promise<void>
}

/** Starts `<program>.ts` of this folder with arguments and further environment variables. */
export function startChild(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Child {
  const process_ = spawn(process.execPath, [fileURLToPath(new URL(`./${program}.ts`, import.meta.url)), ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines = collectLines(process_)
  const ended = once(process_, 'close')
  return {
    pid: process_.pid!,
    lines,
    said: (start) => waitFor(process_, lines, start),
    kill: async () => {
      process_.kill('SIGKILL')
      await ended
    },
  }
}

function collectLines(child: ChildProcess): string[] {
  const lines: string[] = []
  for (const stream of [child.stdout!, child.stderr!]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop()!
      lines.push(...parts)
    })
  }
  return lines
}

async function waitFor(child: ChildProcess, lines: readonly string[], start: string): Promise<void> {
  while (!lines.some((line) => line.startsWith(start))) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before saying '${start}': ${lines.slice(-5).join(' / ')}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
