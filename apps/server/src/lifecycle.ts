import { EXIT } from './exit.ts'
import { CHILD_VARIABLE, type ChildMessage } from './gateway/child-message.ts'

interface Stoppable {
  close(): Promise<void>
}

/** SIGTERM or SIGINT drains and exits 0, a second one exits at once. A fault nobody caught is logged, what is acknowledged is flushed, and the process ends. */
export function stopOnSignals(server: Stoppable): void {
  let stopping = false
  const stop = (exitCode: number, ...why: readonly unknown[]) => {
    // The gateway has said so already.
    if (!isChild() || exitCode !== EXIT.drained) console.error(...why)
    if (stopping) process.exit(EXIT.bug)
    stopping = true
    void end(server, exitCode)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(EXIT.drained, `${signal}: finishing open requests; once more stops at once.`))
  onShellGone(() => !stopping && stop(EXIT.drained, 'npm has ended: finishing open requests.'))
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) process.on(fault, (error: unknown) => stop(EXIT.bug, `${fault}:`, error))
}

/** Scripts of npm that serve. npm passes SIGTERM on to the shell between it and the server, and that keeps it to itself. */
const SERVING_SCRIPTS: ReadonlySet<string | undefined> = new Set(['start', 'demo', 'npx'])
const WATCH_MS = 500

/** Calls `end` once the shell has gone by which npm or npx started this server: nobody would find it otherwise. */
function onShellGone(end: () => void): void {
  if (!SERVING_SCRIPTS.has(process.env.npm_lifecycle_event) || isChild()) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    end()
  }, WATCH_MS).unref()
}

/** Closes and exits; a close that fails is a bug whatever the reason to stop was. */
async function end(server: Stoppable, exitCode: number): Promise<void> {
  try {
    await server.close()
  } catch (error) {
    console.error('The server did not close cleanly:', error)
    process.exit(EXIT.bug)
  }
  process.exit(exitCode)
}

const STOPS_WITHIN_MS = 20_000
const isChild = (): boolean => process.env[CHILD_VARIABLE] !== undefined && process.send !== undefined

/** A process that a gateway started ends with it, however that ended. */
export function endWithGateway(): void {
  if (!isChild()) return
  process.once('disconnect', () => {
    setTimeout(() => process.exit(EXIT.bug), STOPS_WITHIN_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
}

/** Tells the gateway that started this process where it answers; true when there is one. */
export function tellGateway(listening: string): boolean {
  if (!isChild()) return false
  process.send!({ listening } satisfies ChildMessage)
  return true
}
