import { createHash } from 'node:crypto'
import { RecordMeasurementRequest } from '@benchcast/core/api'
import { type Configuration, importFile, recordRequest } from '@benchcast/core/imports'
import type { Services } from '../services.ts'
import { contentId } from './content-id.ts'

/** What became of a file. */
export interface ImportOutcome {
  readonly tool: string
  readonly sha256: string
  /** Ids of the measurements made now. */
  readonly recorded: readonly string[]
  /** Measurements that were here already: the same file was imported before. */
  readonly known: number
  readonly warnings: readonly string[]
}

type World = Pick<Services, 'store' | 'jobs'>

/**
 * Records every measurement of another tool's result file, each exactly once: its id follows from the bytes of the file and its place in it, so that a file that is imported
 * again, under whatever name, adds nothing.
 *
 * Throws what `importFile` throws, and `validation_failed` when the file holds a figure that no measurement can have.
 */
export async function importBytes(bytes: Uint8Array, name: string, { store, jobs }: World, options: { readonly format?: string; readonly defaults?: Configuration } = {}): Promise<ImportOutcome> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { measurements, warnings, source } = importFile(bytes, name, { ...options, sha256 })
  const recorded: string[] = []
  let known = 0
  for (const [index, measurement] of measurements.entries()) {
    const request = recordRequest(measurement, source)
    if (request === undefined) continue
    const measurementId = contentId(`${sha256} ${index}`)
    if ((await store.findRecord('measurements', measurementId)) !== undefined) {
      known += 1
      continue
    }
    await jobs.submit('recordMeasurement', { ...RecordMeasurementRequest.parse(request), measurement_id: measurementId })
    recorded.push(measurementId)
  }
  return { tool: source.tool, sha256, recorded, known, warnings }
}
