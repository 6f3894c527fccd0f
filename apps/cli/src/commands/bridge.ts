import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { endOf } from '../api/task-command.ts'
import { CommandError } from '../exit-codes.ts'
import { addOutputOptions, type OutputFlags, outputOf } from '../output/output-options.ts'
import { appendOut, checkFolder, writeOut } from '../output/write-out.ts'
import { addPlaceOptions, type PlaceFlags } from '../server/place-options.ts'
import { type Reach, withServer } from '../server/with-server.ts'
import { type Analysis, analysisPage } from '../terminal/analysis-page.ts'

const EXAMPLES = `
Examples:
  $ benchcast bridge --create-config
  $ benchcast bridge --sync --benchmark-db benchmark_db.duckdb
  $ benchcast bridge --service --config bridge.json
  $ benchcast bridge --report --model bert-base-uncased --days 30 --output report.json

A result is recorded once, however often the database is read. The database may not be open for writing elsewhere while it is read.`

/** What a configuration file of the bridge can say. */
const SETTINGS = { api_url: 'http://localhost:8080', benchmark_db: './benchmark_db.duckdb', days: 30, limit: 100, interval_seconds: 300 } as const
type Settings = { readonly [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name] extends number ? number : string }

interface BridgeFlags extends PlaceFlags, OutputFlags {
  readonly sync?: boolean
  readonly service?: boolean
  readonly report?: boolean
  readonly createConfig?: boolean
  readonly config?: string
  readonly benchmarkDb?: string
  readonly model?: string
  readonly days?: string
  readonly limit?: string
  readonly interval?: string
  readonly output?: string
  readonly logFile?: string
}

/** `benchcast bridge`: results of another benchmark database as measurements that predictions learn from. */
export function bridgeCommand(program: Command): void {
  const command = program.command('bridge').description('Record the results of another benchmark database as measurements, and report how good predictions were')
  command
    .option('--sync', 'record what is new in the benchmark database, once')
    .option('--service', 'the same again and again, until Ctrl-C')
    .option('--report', 'print how good predictions were')
    .option('--create-config', 'write a configuration file to start from')
    .option('--config <file>', 'configuration file; flags win (default: bridge.json for --create-config)')
    .option('--benchmark-db <file>', 'DuckDB file with the tables performance_results, models and hardware_platforms')
    .option('--model <name>', 'only this model')
    .option('--days <number>', 'report: only the last days (default 30)')
    .option('--limit <number>', 'sync: at most so many results at once (default 100)')
    .option('--interval <seconds>', 'service: seconds between two looks (default 300)')
    .option('--output <file>', 'report: file for it, as JSON')
    .option('--log-file <file>', 'also append what was done to this file')
  addOutputOptions(addPlaceOptions(command)).addHelpText('after', EXAMPLES).action(bridge)
}

async function bridge(flags: BridgeFlags): Promise<void> {
  const { sync, service, report, createConfig } = flags
  if ([sync, service, report, createConfig].filter(Boolean).length !== 1) throw new CommandError('usage', 'Say one of --sync, --service, --report and --create-config.')
  if (createConfig) return writeConfig(flags.config ?? 'bridge.json')
  const settings = await settingsOf(flags)
  const place = flags.config === undefined || [flags.url, flags.server, flags.apiUrl, flags.db].some((given) => given !== undefined) ? flags : { ...flags, url: settings.api_url }
  if (report) return reportOn(place, settings)
  if (!existsSync(settings.benchmark_db)) throw new CommandError('notFound', `There is no benchmark database ${settings.benchmark_db}: name it with --benchmark-db.`)
  if (flags.logFile !== undefined) await checkFolder(flags.logFile)
  await withServer(place, async (reach) => {
    do await syncOnce(reach, flags, settings)
    while (service && (await sleep(1000 * settings.interval_seconds, true, { signal: reach.signal })))
  })
}

async function writeConfig(path: string): Promise<void> {
  if (existsSync(path)) throw new CommandError('error', `${path} exists and was left as it is: name another file with --config.`)
  await writeOut(path, `${JSON.stringify(SETTINGS, undefined, 2)}\n`)
  console.log(path)
}

async function settingsOf({ config, benchmarkDb, days, limit, interval }: BridgeFlags): Promise<Settings> {
  const file = config === undefined ? {} : await readConfig(config)
  const given = {
    ...(benchmarkDb !== undefined && { benchmark_db: benchmarkDb }),
    ...(days !== undefined && { days: whole('--days', days) }),
    ...(limit !== undefined && { limit: whole('--limit', limit) }),
  }
  return { ...SETTINGS, ...file, ...given, ...(interval !== undefined && { interval_seconds: whole('--interval', interval) }) }
}

async function readConfig(path: string): Promise<Partial<Settings>> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Partial<Settings>
  } catch (problem) {
    throw new CommandError('usage', `The configuration ${path} cannot be read: ${(problem as Error).message}. benchcast bridge --create-config writes one.`)
  }
}

function whole(flag: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new CommandError('usage', `${flag} is '${text}': give a whole number above 0.`)
  return Number(text)
}

/** Records the results that the server does not have yet. */
async function syncOnce({ client, signal }: Reach, flags: BridgeFlags, { benchmark_db, limit }: Settings): Promise<void> {
  const { readBenchmarkDatabase } = await import('@benchcast/server/benchmark-database')
  const { results, refused } = await readBenchmarkDatabase(benchmark_db)
  const wanted = results.filter(({ request }) => flags.model === undefined || request.model_name === flags.model)
  const known = new Set<string>()
  for (const model_name of new Set(wanted.map(({ request }) => request.model_name)))
    for await (const row of client.measurements.list({ model_name }, { signal })) for (const id of idsOf(row)) known.add(id)
  const unknown = wanted.filter(({ id }) => !known.has(id))
  const fresh = unknown.slice(0, limit)
  for (const { id, request } of fresh) {
    const task = await client.measurements.record({ ...request, metadata: { ...request.metadata, sync_id: id }, wait: 60 } as never, { signal, idempotencyKey: `bridge-${id}` })
    if (task.status === 'failed') throw new CommandError('error', `A result of ${request.model_name} was refused: ${task.message}`)
  }
  const done = { benchmark_db, recorded: fresh.length, known: wanted.length - unknown.length, left: unknown.length - fresh.length, refused }
  const sentence = `${done.recorded} results of ${benchmark_db} recorded, ${done.known} known before, ${done.left} left for the next time, ${refused.length} refused.`
  if (flags.logFile !== undefined) await appendOut(flags.logFile, `${new Date().toISOString()} ${sentence}\n`)
  outputOf(flags).print({ data: done, page: () => [sentence, ...refused.map((reason) => `· ${reason}`)].join('\n') })
}

/** A server that read the database itself gave the measurement this id. */
const idsOf = ({ measurement_id, metadata }: { readonly measurement_id: string; readonly metadata: Readonly<Record<string, unknown>> }): readonly string[] => [measurement_id, String(metadata.sync_id)]

async function reportOn(flags: BridgeFlags, { days }: Settings): Promise<void> {
  const output = outputOf(flags)
  if (flags.output !== undefined) await checkFolder(flags.output)
  const analysis = await withServer(flags, async (reach) => {
    const { task_id } = await reach.client.predictions.analyze({ days, ...(flags.model !== undefined && { model_name: flags.model }) }, { signal: reach.signal })
    return (await endOf({ ...reach, output, flags: {}, waits: true }, task_id)) as Analysis
  })
  if (flags.output !== undefined) await writeOut(flags.output, `${JSON.stringify(analysis, undefined, 2)}\n`)
  output.print({ data: analysis, page: (page) => analysisPage(analysis, page) })
}
