import { readFile } from 'node:fs/promises'
import { ENDPOINTS } from '@benchcast/core/api'
import type { SpeedRow } from '../terminal/speed-page.ts'

const MEASURED = new URL('../../../../examples/speed/measured.json', import.meta.url)
const WAIT_SECONDS = 60

/** A measurement of `examples/speed/measured.json`. */
interface Measured {
  readonly title: string
  readonly model_name: string
  readonly hardware_platform: string
  readonly device: string
  readonly framework: string
  readonly precision: string
  readonly batch_size: number
  readonly image_size?: number
  readonly sequence_length?: number
  readonly throughput: number
}

/** What this asks of an answer of predict-performance. */
interface Predicted {
  readonly throughput: number
  readonly provenance: string
  readonly intervals: { readonly level: number; readonly throughput: readonly [number, number] }
}

/** Asks the server to predict what others have measured. */
export async function speedExamples(url: string): Promise<{ readonly level: number; readonly rows: readonly SpeedRow[] }> {
  const { measurements } = JSON.parse(await readFile(MEASURED, 'utf8')) as { readonly measurements: readonly Measured[] }
  const predictions = await Promise.all(measurements.map((measured) => predict(url, measured)))
  return { level: predictions[0]!.intervals.level, rows: measurements.map((measured, i) => rowOf(measured, predictions[i]!)) }
}

async function predict(url: string, { hardware_platform: hardware, model_name, device, framework, precision, batch_size, image_size, sequence_length }: Measured): Promise<Predicted> {
  const body = JSON.stringify({ model_name, hardware, device, framework, precision, batch_size, image_size, sequence_length })
  const response = await fetch(`${url}${ENDPOINTS.predictPerformance.path}?wait=${WAIT_SECONDS}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const task = (await response.json()) as { readonly detail?: string; readonly message?: string; readonly result?: { readonly predictions: Readonly<Record<string, Predicted>> } }
  const prediction = task.result?.predictions[hardware]
  if (!prediction) throw new Error(`The server did not predict ${model_name} on ${device}: ${task.detail ?? task.message ?? response.status}`)
  return prediction
}

const rowOf = ({ title, device, precision, batch_size, throughput }: Measured, { throughput: predicted, provenance, intervals }: Predicted): SpeedRow => ({
  title,
  device,
  configuration: `${precision}, batch ${batch_size}`,
  predicted,
  lower: intervals.throughput[0],
  upper: intervals.throughput[1],
  measured: throughput,
  provenance,
})
