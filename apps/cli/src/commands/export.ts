import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type EndpointName, EXPORT_FORMATS, type ExportFormat } from '@benchcast/core/api'
import type { Benchcast, RequestOptions } from '@benchcast/sdk'
import type { Command } from 'commander'
import { addApiCommand } from '../api/api-command.ts'
import { CommandError } from '../exit-codes.ts'

type Download = (database: Benchcast['database'], request: never, options: RequestOptions) => Promise<Response>

/** What can be exported: its endpoint and how to call it. */
const TABLES: Readonly<Record<string, readonly [EndpointName, Download]>> = {
  measurements: ['exportMeasurements', ({ measurements }, ...call) => measurements.download(...call)],
  predictions: ['exportPredictions', ({ predictions }, ...call) => predictions.download(...call)],
  recommendations: ['exportRecommendations', ({ recommendations }, ...call) => recommendations.download(...call)],
  predictors: ['exportModels', ({ predictors }, ...call) => predictors.download(...call)],
  'feature-importance': ['exportFeatureImportance', ({ featureImportance }, ...call) => featureImportance.download(...call)],
  feedback: ['exportFeedback', ({ feedback }, ...call) => feedback.download(...call)],
  errors: ['exportErrors', ({ errors }, ...call) => errors.download(...call)],
  tests: ['testDatabaseExportRows', ({ tests }, ...call) => tests.download(...call)],
  benchmarks: ['benchmarkDatabaseExportRows', ({ benchmarks }, ...call) => benchmarks.download(...call)],
  scripts: ['generatorDatabaseExportRows', ({ generator }, ...call) => generator.download(...call)],
}

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[]

/** `benchcast export`: every stored row that matches, as a file. */
export function exportCommand(program: Command): void {
  program.command('export').description('Write stored rows to a file: CSV, JSON, NDJSON or Parquet')
  for (const [table, [endpoint, download]] of Object.entries(TABLES)) {
    const command = addApiCommand(program, {
      name: `export ${table}`,
      summary: `All stored ${table.replaceAll('-', ' ')} that match`,
      endpoint,
      examples: [`export ${table} > ${table}.csv`, `export ${table} --out ${table}.parquet`, `export ${table} --as ndjson | head`],
      note: 'Without --as the ending of --out tells the format; CSV where nothing does. A server that was named with --url asks for an API key with the scope db:read.',
      run: async ({ client, signal, flags }, request: object) => {
        const { out } = flags as { readonly out?: string }
        const format = formatOf(flags)
        if (format === 'parquet' && out === undefined && process.stdout.isTTY) throw new CommandError('usage', 'Parquet is no text: name a file with --out.')
        const response = await download(client.database, { ...request, format } as never, { signal })
        await pipeline(Readable.fromWeb(response.body as never), out === undefined ? process.stdout : createWriteStream(out), { end: out !== undefined })
        return { table, format, out }
      },
      answer: (done) => ({ data: done, page: () => done.out ?? '' }),
      isSaidAlready: ({ out }) => out === undefined,
    })
    command.option('--out <file>', 'file to write (default: standard output)')
  }
}

/** `--as`, else the ending of `--out`, else `--format`, else CSV. */
function formatOf({ as, out = '', format, json }: { readonly as?: string; readonly out?: string; readonly format?: string; readonly json?: boolean }): ExportFormat {
  return FORMATS.find((known) => known === as) ?? FORMATS.find((known) => out.endsWith(`.${known}`)) ?? (json ? 'json' : undefined) ?? FORMATS.find((known) => known === format) ?? 'csv'
}
