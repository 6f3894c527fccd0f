import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ENDPOINTS } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { PLATFORMS, type Platform } from '@benchcast/core/hardware'
import { type Configuration, IMPORTS, type ImportResult, importFile, recordRequest, writeBencher } from '@benchcast/core/imports'
import { type Command, Option } from 'commander'

const EXAMPLES = `
Examples:
  $ benchcast import benchmark.json
  $ benchcast import vllm-result.json --model meta-llama/Llama-3.1-8B --hardware cuda
  $ benchcast import mlperf_log_summary.txt --to bencher > results.json
  $ benchcast import --list

The tool is found by what the file holds. A file that was imported before adds nothing.`

interface ImportCommandOptions {
  readonly url: string
  readonly format?: string
  readonly model?: string
  readonly hardware?: Platform
  readonly batch?: string
  readonly to?: string
  readonly list?: boolean
}

/** `benchcast import`: results of other tools as measurements of a server. */
export function importCommand(program: Command): void {
  program
    .command('import')
    .description('Record the results of other benchmark tools as measurements')
    .argument('[files...]', 'result files')
    .option('--url <address>', 'server to record in [BENCHCAST_URL]', process.env.BENCHCAST_URL ?? 'http://127.0.0.1:8080')
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
  if (files.length === 0) throw new BenchcastError('missing_value', 'There is nothing to import: name a file, or ask for the formats with --list.')
  for (const path of files) await importOne(path, options)
}

function printFormats(): void {
  for (const { id, title } of IMPORTS.values()) console.log(`${id.padEnd(22)} ${title}`)
}

async function importOne(path: string, { url, format, to, ...given }: ImportCommandOptions): Promise<void> {
  const bytes = await readFile(path).catch((problem: Error) => {
    throw new BenchcastError('invalid_data', `${path} cannot be read: ${problem.message}.`)
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const result = importFile(bytes, basename(path), { sha256, defaults: defaultsOf(given), ...(format && { format }) })
  for (const warning of result.warnings) console.error(`Warning: ${warning}`)
  if (to === 'bencher') return void process.stdout.write(`${JSON.stringify(writeBencher(result.measurements), undefined, 1)}\n`)
  const recorded = await record(result, sha256, url)
  console.log(`${path}: ${recorded} of ${result.measurements.length} measurements of ${result.source.tool} recorded in ${url}.`)
}

const defaultsOf = ({ model, hardware, batch }: Pick<ImportCommandOptions, 'model' | 'hardware' | 'batch'>): Configuration => ({
  ...(model && { modelName: model }),
  ...(hardware && { hardwarePlatform: hardware }),
  ...(batch && { batchSize: Number(batch) }),
})

const WAIT_SECONDS = 60

/** The key follows from the content, so that the same file is recorded once. */
async function record({ measurements, source }: ImportResult, sha256: string, url: string): Promise<number> {
  let recorded = 0
  for (const [index, measurement] of measurements.entries()) {
    const request = recordRequest(measurement, source)
    if (request === undefined) continue
    await post(`${url}${ENDPOINTS.recordMeasurement.path}?wait=${WAIT_SECONDS}`, request, `import-${sha256.slice(0, 40)}-${index}`)
    recorded += 1
  }
  return recorded
}

async function post(address: string, request: unknown, key: string): Promise<void> {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(request) }).catch((problem: Error) => {
    throw new BenchcastError('unavailable', `${new URL(address).origin} does not answer (${problem.message}): start a server with benchcast serve, or name another with --url.`)
  })
  const answer = (await response.json()) as { readonly status?: string; readonly message?: string; readonly detail?: string }
  if (!response.ok || answer.status === 'failed') throw new BenchcastError('invalid_data', `The server refused a measurement: ${answer.detail ?? answer.message ?? response.status}`)
}
