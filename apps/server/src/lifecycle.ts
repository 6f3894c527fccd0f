import { EXIT } from './exit.ts'

interface Stoppable {
  close(): Promise<void>
}

/** SIGTERM or SIGINT drains and exits 0, a second one exits at once. A fault nobody caught is logged, what is acknowledged is flushed, and the process ends. */
export function stopOnSignals(server: Stoppable): void {
  let stopping = false
  const stop = (exitCode: number, ...why: readonly unknown[]) => {
    console.error(...why)
    if (stopping) process.exit(EXIT.bug)
    stopping = true
    void end(server, exitCode)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(EXIT.drained, `${signal}: finishing open requests; once more stops at once.`))
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) process.on(fault, (error: unknown) => stop(EXIT.bug, `${fault}:`, error))
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
