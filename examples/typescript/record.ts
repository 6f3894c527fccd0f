// What was measured is compared with what was predicted, and later predictions learn from it.
import { Benchcast } from '@benchcast/sdk'

const client = new Benchcast()
const configuration = { model_name: 'distilbert-base-uncased', batch_size: 8, precision: 'fp32' } as const

async function predicted(): Promise<string> {
  const { result } = await client.tasks.wait(client.predict.performance({ ...configuration, hardware: 'cpu' }))
  const { throughput, intervals, provenance } = result.predictions.cpu!
  const [lower, upper] = intervals.throughput.map((bound) => bound.toFixed(1))
  return `${throughput.toFixed(1)} items/s, 90 % interval ${lower} to ${upper} (${provenance})`
}

console.log(`Before: ${await predicted()}`)
const { result } = await client.tasks.wait(client.measurements.record({ ...configuration, hardware_platform: 'cpu', throughput: 24.6, latency: 325, memory_usage: 540 }))
for (const { metric, predicted_value, actual_value } of result.errors ?? []) console.log(`${metric}: predicted ${predicted_value.toFixed(1)}, measured ${actual_value}`)
console.log(`After:  ${await predicted()}`)
