import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { KeyRow } from '@benchcast/core/api'
import { isLoopback, type ServerConfig } from '../config.ts'
import type { DoctorCheck, DoctorStatus } from '../storage/index.ts'
import { controlFileOf } from './control-file.ts'
import type { Key } from './key.ts'

/** What the checks look at, gathered once. */
interface Patient {
  readonly config: ServerConfig
  /** Keys of the database; undefined when they cannot be read. */
  readonly stored: readonly KeyRow[] | undefined
  readonly environment: readonly Key[]
  readonly nowMs: number
  /** Numeric id of the user; undefined where there is none. */
  readonly user: number | undefined
}

type Verdict = readonly [DoctorStatus, string]

const DAY_MS = 86_400_000
const SOON_DAYS = 14

/** Every setting that keeps others out, in the order shown. A new one is a line here. */
const CHECKS: Readonly<Record<string, (patient: Patient) => Verdict | Promise<Verdict>>> = {
  address: ({ config: { host, insecure, requireKey } }) => {
    if (isLoopback(host)) return ['ok', `${host}: this machine alone`]
    if (insecure) return ['warn', `${host} with --insecure: whoever reaches the port may use all but the database API, unless something in front checks who calls`]
    return requireKey ? ['ok', `${host}, with a key for everything`] : ['warn', `${host}: other machines need a key for the database API alone; --require-key asks for one everywhere`]
  },
  keys: ({ stored, environment, nowMs }) => {
    if (stored === undefined) return ['warn', 'unknown: the database cannot be read']
    const active = stored.filter(({ state }) => state === 'active')
    const count = active.length + environment.length
    if (count === 0) return ['warn', 'none: the database API answers nobody; benchcast keys create makes one']
    const weak = environment.filter(({ weakness }) => weakness !== undefined)
    if (weak.length > 0) return ['warn', weak[0]!.weakness!]
    const lasts = ({ expires_at }: KeyRow) => expires_at === null || Date.parse(expires_at) - nowMs >= SOON_DAYS * DAY_MS
    // One that was rotated stays good for a while beside its successor, which has its name.
    const lasting = new Set(active.filter(lasts).map(({ name }) => name))
    const soon = active.filter(({ name }) => !lasting.has(name))
    if (soon.length > 0) return ['warn', `${[...new Set(soon.map(({ name }) => `'${name}'`))].join(', ')} expire within ${SOON_DAYS} days: benchcast keys rotate`]
    const forever = active.filter(({ expires_at }) => expires_at === null)
    return ['ok', `${count} active${forever.length === 0 ? '' : `, ${forever.length} of them without end`}`]
  },
  administrators: ({ stored = [], environment }) => {
    const names = [...stored.filter(({ state }) => state === 'active'), ...environment].filter(({ scopes }) => scopes.includes('admin')).map(({ name }) => `'${name}'`)
    if (environment.some(({ scopes }) => scopes.includes('admin')))
      return ['warn', `${names.join(', ')}: a key of the environment is an administrator's, and an environment is read by many; use a stored one`]
    return ['ok', names.length === 0 ? 'no key may make others; the command line of this machine may' : names.join(', ')]
  },
  hosts: ({ config: { allowedHosts } }) => {
    if (allowedHosts.some((name) => name.includes('*'))) return ['warn', `${allowedHosts.join(', ')}: a * is no pattern, name each host`]
    return ['ok', ['localhost', ...allowedHosts].join(', ')]
  },
  origins: ({ config: { corsOrigins } }) => {
    const plain = corsOrigins.filter((origin) => origin.startsWith('http:') && !isLoopback(new URL(origin).hostname))
    if (plain.length > 0) return ['warn', `${plain.join(', ')}: whoever is on the way can change a page that comes without https`]
    return ['ok', `pages of this machine${corsOrigins.length === 0 ? '' : `, ${corsOrigins.join(', ')}`}; never with cookies`]
  },
  headers: () => ['ok', 'Content-Security-Policy without foreign scripts, nosniff, no referrer, no frames; Cache-Control: no-store for stored data'],
  limits: ({ config: { maxBodyMib, maxBodiesMib } }) => {
    const text = `bodies of ${maxBodyMib} MiB, ${maxBodiesMib} MiB together, JSON 32 levels deep; heads within 10 s; 10 wrong keys a minute from an address`
    return maxBodyMib > 512 ? ['warn', `${text}: more than 512 MiB in one body`] : ['ok', text]
  },
  rates: ({ config: { rateLimit } }) => [
    'ok',
    `a key 100 writes and 1,000 reads a second, another machine without one 20 requests${rateLimit ? '; this machine too' : '; this machine is not limited'}`,
  ],
  model_files: ({ config: { allowModels, host } }) => {
    if (!allowModels) return ['ok', 'run for keys with the scope models:run alone']
    return isLoopback(host)
      ? ['ok', 'run for callers of this machine too (--allow-models)']
      : ['warn', '--allow-models on an address that other machines reach: leave it out and use keys with the scope models:run']
  },
  files: async ({ config: { db } }) => {
    const open = (await Promise.all([db, `${db}.wal`, controlFileOf(db)].map(async (path) => (((await modeOf(path)) & 0o077) === 0 ? [] : [path])))).flat()
    if (((await modeOf(dirname(db))) & 0o022) !== 0) return ['warn', `others may write in ${dirname(db)}: chmod go-w ${dirname(db)}`]
    return open.length === 0 ? ['ok', 'read by their owner alone'] : ['warn', `others may read ${open.join(', ')}: chmod go-rwx ${open.join(' ')}`]
  },
  user: ({ user }) => (user === 0 ? ['warn', 'root: run the server as a user of its own'] : ['ok', 'not root']),
  logs: ({ config: { logLevel } }) => ['ok', `level ${logLevel}; keys are blanked, bodies and query strings left out`],
}

const modeOf = async (path: string): Promise<number> => (process.platform === 'win32' ? 0 : ((await stat(path).catch(() => undefined))?.mode ?? 0))

/** Says of every setting that keeps others out whether it is as it should be. Nothing is changed. */
export const safetyChecks = (patient: Patient): Promise<readonly DoctorCheck[]> =>
  Promise.all(
    Object.entries(CHECKS).map(async ([name, check]) => {
      const [status, message] = await check(patient)
      return { name, status, message }
    }),
  )
