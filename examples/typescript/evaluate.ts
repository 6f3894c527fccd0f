// Which of two models is better, and is the difference more than chance?
import { readFileSync } from 'node:fs'
import { Benchcast } from '@benchcast/sdk'

const { ground_truth, model_predictions } = JSON.parse(readFileSync(new URL('../data/breast-cancer.json', import.meta.url), 'utf8'))

const client = new Benchcast() // asks BENCHCAST_URL, else http://localhost:8080
const run = await client.evaluate.run({
  benchmark_name: 'Breast cancer, two models',
  dataset_id: 'breast-cancer-test-half',
  task_type: 'classification',
  model_predictions: { forest: model_predictions['random-forest'], boosting: model_predictions['gradient-boosting'] },
  ground_truth,
})

for (const { model_id, value, rank } of run.comparison_results.rankings.accuracy!) {
  const { lower, upper } = run.confidence_intervals[model_id]!.accuracy!
  console.log(`${rank}. ${model_id.padEnd(8)} accuracy ${value.toFixed(3)}, 95 % interval ${lower.toFixed(3)} to ${upper.toFixed(3)}`)
}
const { difference, p_adjusted, significant } = run.comparisons.find(({ metric }) => metric === 'accuracy')!
console.log(`Difference ${Math.abs(difference).toFixed(3)}, p = ${p_adjusted.toFixed(4)}: ${significant ? 'not chance' : 'a tie'}.`)
console.log(`Stored as ${run.run_id}`)
