import { RecordMeasurementRequest } from '@benchcast/core/api'
import { findDevice, PLATFORMS } from '@benchcast/core/hardware'
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

/**
 * Reads the results of a benchmark database (tables `performance_results`, `models` and `hardware_platforms`) and records each as a measurement once. The file is opened for
 * reading only; it may not be open for writing elsewhere.
 *
 * Throws DuckDB's error when the file cannot be opened or has not these tables.
 */
export async function importDatabase(path: string, world: World): Promise<DatabaseOutcome> {
  const rows = (await readForeignRows(path, ROWS)) as unknown as readonly ForeignRow[]
  let [recorded, known] = [0, 0]
  const refused: string[] = []
  for (const row of rows) {
    const outcome = await record(row, path, world)
    if (outcome === 'recorded') recorded += 1
    else if (outcome === 'known') known += 1
    else refused.push(outcome)
  }
  return { recorded, known, refused }
}

/** The id follows from what the row says, so that a database is read any number of times. */
async function record(row: ForeignRow, path: string, { store, jobs }: World): Promise<string> {
  const measurementId = contentId(JSON.stringify(row))
  if ((await store.findRecord('measurements', measurementId)) !== undefined) return 'known'
  const request = RecordMeasurementRequest.safeParse(requestOf(row, path))
  if (!request.success) return `${row.model_name} on ${row.hardware_type}: ${request.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join(', ')}`
  await jobs.submit('recordMeasurement', { ...request.data, measurement_id: measurementId })
  return 'recorded'
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
