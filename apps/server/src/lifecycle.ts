import { EXIT } from './exit.ts'
import type { RunningServer } from './index.ts'

/** SIGTERM or SIGINT drains and exits 0, a second one exits at once. A fault nobody caught is logged, what is acknowledged is flushed, and the process ends. */
export function stopOnSignals(server: Pick<RunningServer, 'close'>): void {
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(EXIT.bug)
    stopping = true
    console.error(`${signal}: finishing open requests; once more stops at once.`)
    await end(server, EXIT.drained)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, async (error: unknown) => {
      console.error(`${fault}:`, error)
      if (stopping) process.exit(EXIT.bug)
      stopping = true
      await end(server, EXIT.bug)
    })
  }
}

/** Closes and exits; a close that fails is a bug whatever the reason to stop was. */
async function end(server: Pick<RunningServer, 'close'>, exitCode: number): Promise<void> {
  await server.close().catch((error: unknown) => {
    console.error('The server did not close cleanly:', error)
    process.exit(EXIT.bug)
  })
  process.exit(exitCode)
}
