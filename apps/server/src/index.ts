import type { Server } from 'node:http'
import { createApp } from './app.ts'
import { importDatabase } from './bridge/benchmark-database.ts'
import { BenchmarkFolder } from './bridge/benchmark-folder.ts'
import { monotonicClock } from './clock.ts'
import { generatedFolderOf, isLoopback, resultsFolderOf, type ServerConfig } from './config.ts'
import { ThreadedEvaluator } from './evaluation/evaluator.ts'
import { ExitError } from './exit.ts'
import { newId } from './ids.ts'
import { startBackground } from './jobs/background.ts'
import type { Services } from './services.ts'
import { openStore } from './storage/index.ts'

export { EXIT, ExitError } from './exit.ts'
export { stopOnSignals } from './lifecycle.ts'

/** A server that listens. */
export interface RunningServer {
  /** Where it answers, with the port it really got. */
  readonly url: string
  /** What a person should know about how the database was opened. */
  readonly warnings: readonly string[]
  /** Drains: no new requests, open ones get up to 10 s, everything acknowledged is on disk, the database is closed. */
  close(): Promise<void>
}

const DRAIN_MS = 10_000

/**
 * Opens the database and listens. Throws an error with an `exitCode` when it cannot.
 *
 * @example
 * const server = await startServer(parseConfig({ port: '0', db: 'runs.duckdb' }))
 * await fetch(`${server.url}/health`)
 * await server.close()
 */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const store = await openStore({ path: config.db })
  const evaluator = new ThreadedEvaluator({ workers: config.workers, timeoutSeconds: config.evaluationSeconds })
  let draining = false
  const now = monotonicClock()
  const background = await startBackground({ store, now, newId, workers: config.workers, modelsFolder: config.modelsDir, resultsFolder: resultsFolderOf(config) })
  await background.warm()
  const app = createApp({ store, evaluator, ...background, generatedFolder: generatedFolderOf(config), now, newId, draining: () => draining }, config)
  const folder = new BenchmarkFolder(config.benchmarkDir, { store, jobs: background.jobs }, (message) => app.log.warn(message))
  const stop = async () => {
    draining = true
    const impatient = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS)
    await app.close()
    clearTimeout(impatient)
    await folder.close()
    await background.close()
    await evaluator.close()
    await store.close()
  }
  limitConnections(app.server)
  const url = await app.listen({ host: config.host, port: config.port }).catch(async (error: NodeJS.ErrnoException) => {
    await stop()
    throw listenError(error, config)
  })
  void background.makePredictor()
  void readResults(folder, config, { store, jobs: background.jobs }, (message) => app.log.warn(message))
  const warming = setTimeout(() => evaluator.warm(), 500).unref()
  let closing: Promise<void> | undefined
  const close = () => {
    clearTimeout(warming)
    closing ??= stop()
    return closing
  }
  return { url, warnings: store.openWarnings, close }
}

/** Takes in what other tools measured; whatever cannot be read is told, and the server serves all the same. */
async function readResults(folder: BenchmarkFolder, { benchmarkDb }: ServerConfig, world: Pick<Services, 'store' | 'jobs'>, report: (message: string) => void): Promise<void> {
  await folder.open().catch((error: Error) => report(error.message))
  if (benchmarkDb === '') return
  const { refused } = await importDatabase(benchmarkDb, world).catch((error: Error) => ({ refused: [`${benchmarkDb} cannot be read: ${error.message}`] }))
  for (const refusal of refused) report(refusal)
}

const MOST_CONNECTIONS = 2000
const MOST_PER_ADDRESS = 100

/** A bound for all, and a smaller one for each address that is not this machine. */
function limitConnections(server: Server): void {
  const open = new Map<string, number>()
  server.maxConnections = MOST_CONNECTIONS
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? ''
    if (isLoopback(address)) return
    const count = (open.get(address) ?? 0) + 1
    if (count > MOST_PER_ADDRESS) return void socket.destroy()
    open.set(address, count)
    socket.once('close', () => (open.get(address) === 1 ? open.delete(address) : open.set(address, open.get(address)! - 1)))
  })
}

function listenError(error: NodeJS.ErrnoException, { host, port }: ServerConfig): Error {
  if (error.code === 'EADDRINUSE') return new ExitError('port', `Port ${port} on ${host} is in use: stop the program that uses it, or choose another port with --port.`, { cause: error })
  if (error.code === 'EACCES') return new ExitError('port', `Port ${port} on ${host} may not be used by this user: choose one above 1023 with --port.`, { cause: error })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new ExitError('config', `This machine has no address ${host}: choose another one with --host.`, { cause: error })
  return error
}
