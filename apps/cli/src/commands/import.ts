import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import { PLATFORMS, type Platform } from '@benchcast/core/hardware'
import { type Configuration, IMPORTS, type ImportResult, importFile, recordRequest, writeBencher } from '@benchcast/core/imports'
import { type Command, Option } from 'commander'
import { CommandError } from '../exit-codes.ts'
import { type OutputFlags, outputOf } from '../output/output-options.ts'
import { addPlaceOptions, type PlaceFlags } from '../server/place-options.ts'
import { type Reach, withServer } from '../server/with-server.ts'

const EXAMPLES = `
Examples:
  $ benchcast import benchmark.json
  $ benchcast import vllm-result.json --model meta-llama/Llama-3.1-8B --hardware cuda
  $ benchcast import mlperf_log_summary.txt --to bencher > results.json
  $ benchcast import benchmark.json --url http://127.0.0.1:8080 --json
  $ benchcast import --list

The tool is found by what the file holds. A file that was imported before adds nothing.`

interface ImportCommandOptions extends PlaceFlags, Pick<OutputFlags, 'quiet'> {
  readonly format?: string
  readonly json?: boolean
  readonly model?: string
  readonly hardware?: Platform
  readonly batch?: string
  readonly to?: string
  readonly list?: boolean
}

/** `benchcast import`: results of other tools as measurements of a server. */
export function importCommand(program: Command): void {
  const command = program.command('import').description('Record the results of other benchmark tools as measurements').argument('[files...]', 'result files')
  addPlaceOptions(command)
    .option('--json', 'print what was recorded as JSON')
    .option('-q, --quiet', 'print nothing')
    .option('--format <id>', 'tool that wrote the files, where it is not found by itself')
    .option('--model <name>', 'model, where the file does not name one')
    .addOption(new Option('--hardware <platform>', 'platform, where the file does not name one').choices(PLATFORMS))
    .option('--batch <size>', 'batch size, where the file does not say')
    .addOption(new Option('--to <format>', 'print in another format instead of recording').choices(['bencher']))
    .option('--list', 'print the formats that can be read')
    .addHelpText('after', EXAMPLES)
    .action(importFiles)
}

async function importFiles(files: readonly string[], options: ImportCommandOptions): Promise<void> {
  if (options.list) return printFormats()
  if (files.length === 0) throw new CommandError('usage', 'There is nothing to import: name a file, or ask for the formats with --list.')
  const read = await Promise.all(files.map((path) => readOne(path, options)))
  if (options.to === 'bencher') return void process.stdout.write(`${JSON.stringify(writeBencher(read.flatMap(({ result }) => result.measurements)), undefined, 1)}\n`)
  const output = outputOf({ ...(options.json && { json: true }), ...(options.quiet && { quiet: true }) })
  const done = await withServer(options, async (reach) => {
    const rows: Imported[] = []
    for (const one of read) rows.push(await recordOne(one, reach))
    return rows
  })
  output.print({
    data: done,
    page: () => done.map(({ file, recorded, measurements, tool, place }) => `${file}: ${recorded} of ${measurements} measurements of ${tool} recorded in ${place}.`).join('\n'),
  })
}

interface Imported {
  readonly file: string
  readonly tool: string
  readonly measurements: number
  readonly recorded: number
  readonly place: string
}

interface ReadFile {
  readonly path: string
  readonly sha256: string
  readonly result: ImportResult
}

function printFormats(): void {
  for (const { id, title } of IMPORTS.values()) console.log(`${id.padEnd(22)} ${title}`)
}

async function readOne(path: string, { format, ...given }: ImportCommandOptions): Promise<ReadFile> {
  const bytes = await readFile(path).catch((problem: Error) => {
    throw new BenchcastError('invalid_data', `${path} cannot be read: ${problem.message}.`)
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const result = importFile(bytes, basename(path), { sha256, defaults: defaultsOf(given), ...(format && { format }) })
  for (const warning of result.warnings) console.error(`Warning: ${warning}`)
  return { path, sha256, result }
}

const defaultsOf = ({ model, hardware, batch }: Pick<ImportCommandOptions, 'model' | 'hardware' | 'batch'>): Configuration => ({
  ...(model && { modelName: model }),
  ...(hardware && { hardwarePlatform: hardware }),
  ...(batch && { batchSize: Number(batch) }),
})

const WAIT_SECONDS = 60

/** The key follows from the content, so that the same file is recorded once. */
async function recordOne({ path, sha256, result: { measurements, source } }: ReadFile, { client, signal, server }: Reach): Promise<Imported> {
  let recorded = 0
  for (const [index, measurement] of measurements.entries()) {
    const request = recordRequest(measurement, source)
    if (request === undefined) continue
    const task = await client.measurements.record({ ...request, wait: WAIT_SECONDS } as never, { signal, idempotencyKey: `import-${sha256.slice(0, 40)}-${index}` })
    if (task.status === 'failed') throw new BenchcastError('invalid_data', `A measurement of ${path} was refused: ${task.message}`)
    recorded += 1
  }
  return { file: path, tool: source.tool, measurements: measurements.length, recorded, place: server.title }
}
