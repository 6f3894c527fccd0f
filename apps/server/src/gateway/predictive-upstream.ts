import { ENDPOINTS } from '@benchcast/core/api'
import type { PredictionFacts } from '../measuring/predicted-before.ts'
import type { PredictiveElsewhere } from '../measuring/predictive-elsewhere.ts'
import { askRemotely } from './ask-everywhere.ts'
import type { Remotes } from './remotes.ts'
import type { Upstream } from './upstream.ts'

/** How long a prediction or a record may take until its task ended. */
const WAIT = { wait: 8 }

interface Answered {
  readonly predictions: Readonly<
    Record<string, { readonly throughput: number; readonly latency: number; readonly memory_usage: number; readonly confidence: number; readonly provenance: string; readonly prediction_id: string }>
  >
}
/** A task as it is answered. */
interface Task {
  readonly status: string
  readonly message: string
  readonly result?: Answered
}

/** The predictive API of another process for what is measured here; undefined when it is in this process, or nobody knows where it is. */
export function predictiveElsewhere(remotes: Remotes): PredictiveElsewhere | undefined {
  const upstream = remotes.of('predictive-performance')
  return upstream && { predict: (body) => predict(upstream, body), record: (body, key) => record(upstream, body, key) }
}

async function predict(upstream: Upstream, body: object): Promise<PredictionFacts | undefined> {
  const { result } = (await askRemotely(upstream, ENDPOINTS.predictPerformance, { query: WAIT, body: { ...body } }).catch(() => ({}))) as Partial<Task>
  const [answer] = Object.values(result?.predictions ?? {})
  if (answer === undefined) return undefined
  const { prediction_id, throughput, latency, memory_usage, confidence, provenance } = answer
  return { prediction_id, throughput, latency, memory_usage, confidence_score: confidence, prediction_source: provenance }
}

async function record(upstream: Upstream, body: object, idempotencyKey: string): Promise<void> {
  const { status, message } = (await askRemotely(upstream, ENDPOINTS.recordMeasurement, { query: WAIT, body: { ...body } }, { 'idempotency-key': idempotencyKey })) as Task
  if (status !== 'completed') throw upstream.unavailable(`it did not record a measurement: ${message}`)
}
