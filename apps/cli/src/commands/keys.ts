import { ENDPOINTS, KEY_SCOPES, type KeyRow, type KeyScope } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { KeyCommands, KeysPlace } from '@benchcast/server/keys'
import { type Command, Option } from 'commander'
import { addDatabaseOption } from '../database-option.ts'
import { addOutputOptions, type OutputFlags, outputOf } from '../output/output-options.ts'

const EXAMPLES = `
Examples:
  $ benchcast keys create dashboard
  $ benchcast keys create ci --scopes write:benchmarks,read --expires 30
  $ benchcast keys list
  $ benchcast keys rotate 3fTq81Zx --grace 48
  $ benchcast keys revoke 3fTq81Zx

The same for a server that runs and for one that does not: whoever may read the file beside its database
may administer it. For a server of another machine give --url, and the key of an administrator in BENCHCAST_API_KEY.

Scopes: ${KEY_SCOPES.join(', ')}`

interface PlaceOptions extends OutputFlags {
  readonly db: string
  readonly url?: string
}

/** `benchcast keys`: makes, lists, replaces and revokes the keys of a server. */
export function keysCommand(program: Command): void {
  const keys = program.command('keys').description('Make, list, rotate and revoke API keys').addHelpText('after', EXAMPLES)
  placed(keys.command('create').description('Make a key; it is shown once').argument('<name>', 'what the key is for'))
    .addOption(new Option('--scopes <list>', 'what it may do, comma-separated').default('db:read,read'))
    .option('--expires <days>', 'days until it expires, 0 for never', '90')
    .action(create)
  placed(keys.command('list').description('The keys there are')).action(list)
  placed(keys.command('rotate').description('Replace a key by a new one of the same name and scopes').argument('<id>', 'id of the key, from benchcast keys list'))
    .option('--grace <hours>', 'hours for which the old key stays good', '24')
    .action(rotate)
  placed(keys.command('revoke').description('Make a key open nothing from now on').argument('<id>', 'id of the key, from benchcast keys list')).action(revoke)
}

const placed = (command: Command): Command =>
  addOutputOptions(addDatabaseOption(command).option('--url <address>', 'server to ask instead, with the key in BENCHCAST_API_KEY')).addHelpText('after', EXAMPLES)

async function create(name: string, { scopes, expires, ...place }: PlaceOptions & { readonly scopes: string; readonly expires: string }): Promise<void> {
  const order = parsed('createKey', { name, scopes: words(scopes), expires_in_days: whole(expires) })
  const made = await use(place, (keys) => keys.create(order))
  print(place, made, () => shown(made), [made])
}

async function list(place: PlaceOptions): Promise<void> {
  const answer = await use(place, (keys) => keys.list())
  print(place, answer, () => (answer.count === 0 ? 'There are no keys yet: benchcast keys create NAME makes one.' : table(answer.keys)), answer.keys)
}

async function rotate(id: string, { grace, ...place }: PlaceOptions & { readonly grace: string }): Promise<void> {
  const order = parsed('rotateKey', { grace_hours: whole(grace) })
  const made = await use(place, (keys) => keys.rotate(id, order))
  print(place, made, () => `${shown(made)}\nThe old key ${made.replaces.key_id} is good until ${made.replaces.expires_at}.`, [made])
}

async function revoke(id: string, place: PlaceOptions): Promise<void> {
  const row = await use(place, (keys) => keys.revoke(id))
  print(place, row, () => `The key ${row.key_id} ('${row.name}') opens nothing any more.`, [row])
}

async function use<T>({ db, url }: PlaceOptions, work: (keys: KeyCommands) => Promise<T>): Promise<T> {
  const { withKeys } = await import('@benchcast/server/keys')
  return withKeys(placeOf(db, url), work)
}

function placeOf(database: string, url: string | undefined): KeysPlace {
  if (url === undefined) return { database }
  if (!URL.canParse(url)) throw new BenchcastError('validation_failed', `--url ${url} is no address such as http://127.0.0.1:8080.`)
  const key = process.env.BENCHCAST_API_KEY
  if (!key) throw new BenchcastError('unauthorized', 'Set BENCHCAST_API_KEY to the key of an administrator of that server.')
  return { url, key }
}

/** The request, checked as the server checks it, so that a file that nobody serves is treated alike. */
function parsed<N extends 'createKey' | 'rotateKey'>(name: N, request: object) {
  const result = ENDPOINTS[name].body!.safeParse(request)
  if (result.success) return result.data as Parameters<KeyCommands[N extends 'createKey' ? 'create' : never]>[0] & Parameters<KeyCommands[N extends 'rotateKey' ? 'rotate' : never]>[1]
  const [fault] = result.error.issues
  throw new BenchcastError('validation_failed', `${fault!.path.join('.')}: ${fault!.message}. Scopes are ${KEY_SCOPES.join(', ')}.`)
}

const words = (text: string): readonly KeyScope[] => text.split(',').map((word) => word.trim() as KeyScope)
const whole = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN)

function print(place: PlaceOptions, answer: object, text: () => string, rows: readonly KeyRow[]): void {
  outputOf(place).print({ data: answer, page: text, rows: () => rows, ids: () => rows.map(({ key_id }) => key_id) })
}

const shown = ({ key, name, key_id, scopes, expires_at }: KeyRow & { readonly key: string }): string =>
  `${key}\n\nThis is the key '${name}' (${key_id}). It is shown now and never again; send it as X-API-Key.\nIt may: ${scopes.join(', ')}. It expires: ${expires_at ?? 'never'}.`

const COLUMNS: Readonly<Record<string, (row: KeyRow) => string>> = {
  ID: ({ key_id }) => key_id,
  NAME: ({ name }) => name,
  STATE: ({ state }) => state,
  EXPIRES: ({ expires_at }) => expires_at?.slice(0, 10) ?? 'never',
  'LAST USED': ({ last_used_at }) => last_used_at?.slice(0, 16).replace('T', ' ') ?? 'not yet',
  SCOPES: ({ scopes }) => scopes.join(', '),
}

function table(rows: readonly KeyRow[]): string {
  const lines = [Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row)))]
  const widths = Object.keys(COLUMNS).map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
