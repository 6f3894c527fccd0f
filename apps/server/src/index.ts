import { setTimeout as sleep } from 'node:timers/promises'
import { createApp } from './app.ts'
import { importDatabase } from './bridge/benchmark-database.ts'
import { BenchmarkFolder } from './bridge/benchmark-folder.ts'
import { monotonicClock } from './clock.ts'
import { generatedFolderOf, isAddressSafe, megabytes, openAddress, resultsFolderOf, type ServerConfig } from './config.ts'
import { ThreadedEvaluator } from './evaluation/evaluator.ts'
import { addressesOf } from './gateway/addresses.ts'
import { askEverywhere } from './gateway/ask-everywhere.ts'
import { Listeners, type NamedAddress } from './gateway/listeners.ts'
import { openRemotes } from './gateway/open-remotes.ts'
import { predictiveElsewhere } from './gateway/predictive-upstream.ts'
import type { Remotes } from './gateway/remotes.ts'
import { newId } from './ids.ts'
import { startBackground } from './jobs/background.ts'
import { keepAuditShort } from './keys/audit-pruning.ts'
import { controlKey, writeControlFile } from './keys/control-file.ts'
import { KEYS_VARIABLE, readEnvironmentKeys, weakKeyWarnings } from './keys/environment-keys.ts'
import { KeyBook } from './keys/key-book.ts'
import type { Services } from './services.ts'
import { canonicalPath } from './storage/canonical-path.ts'
import { openStore } from './storage/index.ts'

export { EXIT, ExitError } from './exit.ts'
export { endWithGateway, stopOnSignals, tellGateway } from './lifecycle.ts'

/** A server that listens. */
export interface RunningServer {
  /** Where it answers, with the port it really got. */
  readonly url: string
  /** Addresses beside the main one, by what they are for. */
  readonly addresses: readonly NamedAddress[]
  /** What a person should know about how the database was opened, and about keys that are easily guessed. */
  readonly warnings: readonly string[]
  /** Drains: no new requests, open ones get up to 10 s, everything acknowledged is on disk, the database is closed. */
  close(): Promise<void>
}

const DRAIN_MS = 10_000
/** Until then whatever was about to be forwarded to another process of ours has got there. */
const FORWARDED_MS = 500

/**
 * Opens the database and listens. Throws an error with an `exitCode` when it cannot.
 *
 * @example
 * const server = await startServer(parseConfig({ port: '0', db: 'runs.duckdb' }))
 * await fetch(`${server.url}/health`)
 * await server.close()
 */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const remotes = openRemotes(config, process.env)
  return startWith(remotes, config).catch(async (error: unknown) => {
    await remotes.close()
    throw error
  })
}

async function startWith(remotes: Remotes, config: ServerConfig): Promise<RunningServer> {
  const environmentKeys = readEnvironmentKeys(process.env[KEYS_VARIABLE])
  const weakKeys = weakKeyWarnings(environmentKeys, config.host)
  const store = await openStore({ path: config.db, memory: { olderRecordBytes: megabytes(config.listMemoryMib) } })
  const evaluator = new ThreadedEvaluator({ workers: config.workers, timeoutSeconds: config.evaluationSeconds })
  let draining = false
  const now = monotonicClock()
  const background = await startBackground({
    store,
    now,
    newId,
    workers: config.workers,
    modelsFolder: config.modelsDir,
    resultsFolder: resultsFolderOf(config),
    predictiveElsewhere: predictiveElsewhere(remotes),
  })
  await background.warm()
  const control = controlKey()
  const keys = await KeyBook.open({ store, others: [...environmentKeys, control.key], now, newId, report: (error) => app.log.error(error) })
  if (!isAddressSafe(config, keys.ring.active)) {
    await background.close()
    await evaluator.close()
    await store.close()
    throw openAddress(config)
  }
  const world = { store, evaluator, ...background, keys, remotes, generatedFolder: generatedFolderOf(config), allowsModels: config.allowModels, now, newId, draining: () => draining }
  const app = createApp({ ...world, ask: askEverywhere(world, remotes) }, config)
  const folder = new BenchmarkFolder(config.benchmarkDir, { store, jobs: background.jobs }, (message) => app.log.warn(message))
  const stopPruning = keepAuditShort(keys.audit, { entries: config.auditEntries, days: config.auditDays }, (error) => app.log.error(error))
  const stop = async () => {
    draining = true
    const impatient = setTimeout(() => listeners.closeAllConnections(), DRAIN_MS)
    const drained = Promise.all([app.close(), listeners.close()])
    await Promise.race([drained, sleep(FORWARDED_MS)])
    // They finish what was forwarded to them: stopping all takes as long as stopping one.
    await Promise.all([drained, remotes.endProcesses()])
    clearTimeout(impatient)
    await remotes.close()
    await folder.close()
    await background.close()
    await evaluator.close()
    await withdraw?.()
    await Promise.all([keys.audit.settled(), stopPruning()])
    await store.close()
  }
  let withdraw: (() => Promise<void>) | undefined
  const listeners = new Listeners(app)
  const addresses = await remotes
    .ready()
    .then(() => listeners.open(addressesOf(config)))
    .catch(async (error: unknown) => {
      await stop()
      throw error
    })
  withdraw = await announce(config, addresses[0]!.url, control.text).catch((error: Error) => {
    app.log.warn(error.message)
    return undefined
  })
  background.measuring.pages.listenAt(addresses[0]!.url)
  if (predictsHere(config, remotes)) void background.makePredictor()
  if (predictsHere(config, remotes)) void readResults(folder, config, { store, jobs: background.jobs }, (message) => app.log.warn(message))
  const warming = setTimeout(() => evaluator.warm(), 500).unref()
  let closing: Promise<void> | undefined
  const close = () => {
    clearTimeout(warming)
    closing ??= stop()
    return closing
  }
  return { url: addresses[0]!.url, addresses: [...addresses, ...remotes.addresses], warnings: [...store.openWarnings, ...weakKeys], close }
}

/** Leaves word beside the database where the server is, for the command line; a database in memory has no such place. */
const announce = async ({ db }: ServerConfig, url: string, key: string): Promise<(() => Promise<void>) | undefined> =>
  db === ':memory:' ? undefined : writeControlFile(await canonicalPath(db), { url, key })

/** Predictions and measurements belong to the predictive API, wherever that is; elsewhere the predictor is made when it is first needed. */
const predictsHere = ({ only }: ServerConfig, remotes: Remotes): boolean => remotes.of('predictive-performance') === undefined && (only.length === 0 || only.includes('predictive-performance'))

/** Takes in what other tools measured; whatever cannot be read is told, and the server serves all the same. */
async function readResults(folder: BenchmarkFolder, { benchmarkDb }: ServerConfig, world: Pick<Services, 'store' | 'jobs'>, report: (message: string) => void): Promise<void> {
  await folder.open().catch((error: Error) => report(error.message))
  if (benchmarkDb === '') return
  const { refused } = await importDatabase(benchmarkDb, world).catch((error: Error) => ({ refused: [`${benchmarkDb} cannot be read: ${error.message}`] }))
  for (const refusal of refused) report(refusal)
}
