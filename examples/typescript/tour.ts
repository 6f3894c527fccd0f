import { Benchcast } from '@benchcast/sdk'

const client = new Benchcast() // asks BENCHCAST_URL, else http://localhost:8080

// 1. Evaluate two models on the same rows.
const run = await client.evaluate.run({
  benchmark_name: 'Credit risk',
  dataset_id: 'credit-1',
  task_type: 'classification',
  model_predictions: { current: [0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0], candidate: [0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1] },
  ground_truth: [0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1],
})
for (const model of run.models) {
  const interval = run.confidence_intervals[model]?.accuracy
  console.log(`${model}: accuracy ${run.metrics[model]?.accuracy?.toFixed(2)}, 95 % interval ${interval?.lower.toFixed(2)} to ${interval?.upper.toFixed(2)}`)
}

// 2. Recommend hardware, and show how far that is.
const recommendation = client.predict.hardware({ model_name: 'bert-base-uncased', batch_size: 8, precision: 'fp16', available_hardware: ['cuda', 'cpu'] })
const { result } = await client.tasks.wait(recommendation, {
  onProgress: ({ progress, message }) => console.error(`${'█'.repeat(20 * progress).padEnd(20, '░')} ${message}`),
})
for (const { hardware, device, throughput, score_interval, probability_best } of result.ranking)
  console.log(`${hardware} (${device}): ${throughput.toFixed(0)} items/s, 90 % interval ${score_interval.map(Math.round).join(' to ')}, best with ${(100 * probability_best).toFixed(0)} %`)

// 3. Record what was measured: later predictions learn from it.
const measurement = client.measurements.record({ model_name: 'bert-base-uncased', batch_size: 8, precision: 'fp16', hardware_platform: 'cuda', throughput: 2410, latency: 3.3 })
const recorded = await client.tasks.wait(measurement)
console.log(`Recorded ${recorded.result.measurement_id}`)

// 4. Fail the build when the candidate is worse, and not by chance.
const pair = run.comparisons.find(({ metric }) => metric === 'accuracy')
const isWorse = pair?.significant && run.comparison_results.best_models.accuracy === 'current'
console.log(isWorse ? 'The candidate is worse.' : `No significant drop (p = ${pair?.p_adjusted.toFixed(2)}).`)
process.exitCode = isWorse ? 3 : 0
