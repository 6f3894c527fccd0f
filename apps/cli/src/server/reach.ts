import { existsSync } from 'node:fs'
import { BenchcastError } from '@benchcast/core/errors'
import { SETTINGS } from '@benchcast/server/config'
import type { Place } from './place-options.ts'

/** A server that answers. */
export interface Reached {
  readonly url: string
  readonly apiKey?: string
  /** For people: its address, or the database file where it is inside this process. */
  readonly title: string
  /** Inside this process: it ends with the command. */
  readonly isEmbedded: boolean
  /** Ends what was started to reach it. */
  close(): Promise<void>
}

const PROBE_MS = 700
const stay = async (): Promise<void> => {}

/**
 * The server at an address; the server that runs on a database file, which the file beside it tells; else one of our own inside this process, on the file.
 * Where neither was named and no database is here, a server at the usual port of this machine is asked before an empty database is made.
 */
export async function reach(place: Place): Promise<Reached> {
  if ('url' in place) return { ...place, title: place.url, isEmbedded: false, close: stay }
  const { database, isUsual } = place
  return (await running(database)) ?? (isUsual && !existsSync(database) ? await usual() : undefined) ?? embedded(database)
}

async function running(database: string): Promise<Reached | undefined> {
  const { runningServer } = await import('@benchcast/server/running-server')
  const control = await runningServer(database)
  if (control === undefined || !(await answers(control.url))) return undefined
  return { url: control.url, apiKey: control.key, title: control.url, isEmbedded: false, close: stay }
}

async function usual(): Promise<Reached | undefined> {
  const url = `http://127.0.0.1:${SETTINGS.port.default}`
  const apiKey = process.env.BENCHCAST_API_KEY
  return (await answers(url)) ? { url, ...(apiKey && { apiKey }), title: url, isEmbedded: false, close: stay } : undefined
}

/** Whether Benchcast answers there. */
async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PROBE_MS), redirect: 'error' }).catch(() => undefined)
  const answer = (await response?.json().catch(() => undefined)) as { readonly duckdb_available?: unknown } | undefined
  return answer?.duckdb_available !== undefined
}

/** A whole server inside this process, on a free port of this machine, alone with the database. */
async function embedded(database: string): Promise<Reached> {
  const [{ parseConfig }, { startServer }, { runningServer }] = await Promise.all([import('@benchcast/server/config'), import('@benchcast/server'), import('@benchcast/server/running-server')])
  const config = parseConfig({ db: database, host: '127.0.0.1', port: '0', allowModels: true, benchmarkDir: NOWHERE }, foldersOf(process.env))
  const server = await startServer(config).catch((error: Error) => {
    throw new BenchcastError('database_unavailable', `${error.message} A server that runs there can be asked with --url.`, { cause: error })
  })
  const control = await runningServer(database)
  return { url: server.url, ...(control && { apiKey: control.key }), title: database, isEmbedded: true, close: () => server.close() }
}

/** Results of other tools are taken in by servers, not by every command. */
const NOWHERE = '.benchcast/no-such-folder'

/** Of the environment, what is about files and strength: a command needs no ports, processes or keys of a server. */
const KEPT = ['modelsDir', 'resultsDir', 'outputDir', 'workers', 'evaluationSeconds', 'maxBodyMib'] as const
const foldersOf = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => Object.fromEntries(KEPT.map((name) => [SETTINGS[name].environment, environment[SETTINGS[name].environment]]))
