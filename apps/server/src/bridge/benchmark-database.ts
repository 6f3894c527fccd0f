import { RecordMeasurementRequest } from '@benchcast/core/api'
import { findDevice, PLATFORMS } from '@benchcast/core/hardware'
import type { z } from 'zod'
import type { Services } from '../services.ts'
import { readForeignRows } from '../storage/index.ts'
import { contentId } from './content-id.ts'

type World = Pick<Services, 'store' | 'jobs'>

/** What a result of a benchmark database says, in its own names. */
interface ForeignRow {
  readonly model_name: string
  readonly model_family: string | null
  readonly hardware_type: string
  readonly device_name: string | null
  readonly batch_size: number
  readonly precision: string | null
  readonly throughput: number | null
  readonly latency: number | null
  readonly memory: number | null
}

const ROWS = `SELECT m.model_name, m.model_family, h.hardware_type, h.device_name, r.batch_size::INTEGER AS batch_size, r.precision,
  r.throughput_items_per_second::DOUBLE AS throughput, r.average_latency_ms::DOUBLE AS latency, r.memory_peak_mb::DOUBLE AS memory
  FROM performance_results r JOIN models m USING (model_id) JOIN hardware_platforms h USING (hardware_id) ORDER BY r.result_id LIMIT 100000`

/** What reading a database gave. */
export interface DatabaseOutcome {
  readonly recorded: number
  readonly known: number
  /** Results that no measurement can be made of, with the reason. */
  readonly refused: readonly string[]
}

/** A result of a benchmark database as the request that records it. */
export interface ForeignResult {
  /** Id of its measurement: the same result, the same id. */
  readonly id: string
  readonly request: z.output<typeof RecordMeasurementRequest>
}

/**
 * Reads the results of a benchmark database (tables `performance_results`, `models` and `hardware_platforms`), and why some cannot be used. The file is opened for reading only;
 * it may not be open for writing elsewhere.
 *
 * Throws DuckDB's error when the file cannot be opened or has not these tables.
 */
export async function readBenchmarkDatabase(path: string): Promise<{ readonly results: readonly ForeignResult[]; readonly refused: readonly string[] }> {
  const rows = (await readForeignRows(path, ROWS)) as unknown as readonly ForeignRow[]
  const results: ForeignResult[] = []
  const refused: string[] = []
  for (const row of rows) {
    const request = RecordMeasurementRequest.safeParse(requestOf(row, path))
    if (request.success) results.push({ id: contentId(JSON.stringify(row)), request: request.data })
    else refused.push(`${row.model_name} on ${row.hardware_type}: ${request.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join(', ')}`)
  }
  return { results, refused }
}

/** Records each result of a benchmark database as a measurement, once however often it is read. */
export async function importDatabase(path: string, { store, jobs }: World): Promise<DatabaseOutcome> {
  const { results, refused } = await readBenchmarkDatabase(path)
  let [recorded, known] = [0, 0]
  for (const { id, request } of results) {
    if ((await store.findRecord('measurements', id)) === undefined) {
      await jobs.submit('recordMeasurement', { ...request, measurement_id: id })
      recorded += 1
    } else known += 1
  }
  return { recorded, known, refused }
}

function requestOf({ model_name, model_family, hardware_type, device_name, batch_size, precision, throughput, latency, memory }: ForeignRow, path: string) {
  const platform = PLATFORMS.find((known) => known === hardware_type)
  const found = device_name === null || platform === undefined ? undefined : findDevice(device_name, platform)
  return {
    model_name,
    model_family,
    hardware_platform: hardware_type,
    device: found !== undefined && 'match' in found && found.match !== 'similar' ? found.device.id : undefined,
    batch_size,
    precision: precision ?? undefined,
    throughput,
    latency,
    memory_usage: memory,
    source: 'benchmark-db',
    metadata: { imported_from: { tool: 'benchmark-db', file: path }, device_name },
  }
}
