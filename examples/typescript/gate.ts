// Fails a build when a candidate is worse than the model in use, and only when that is more than chance.
// node examples/typescript/gate.ts [candidate]
import { readFileSync } from 'node:fs'
import { Benchcast } from '@benchcast/sdk'

const REGRESSION = 3 // the exit code of `benchcast evaluate` for the same
const [candidate = 'random-forest'] = process.argv.slice(2)
const { ground_truth, model_predictions } = JSON.parse(readFileSync(new URL('../data/breast-cancer.json', import.meta.url), 'utf8'))

const client = new Benchcast()
const run = await client.evaluate.run({
  benchmark_name: `Gate: ${candidate}`,
  dataset_id: 'breast-cancer-test-half',
  task_type: 'classification',
  model_predictions: { current: model_predictions['logistic-regression'], candidate: model_predictions[candidate] },
  ground_truth,
  metrics: ['accuracy'],
  compare: { baseline: 'current' },
})

const { current, candidate: tried } = run.comparison_results.metrics.accuracy!
const isWorse = run.comparisons[0]!.significant && tried! < current!
console.log(`Accuracy ${current!.toFixed(3)} now, ${tried!.toFixed(3)} with ${candidate}: ${isWorse ? 'worse, and not by chance' : 'no significant drop'}.`)
process.exitCode = isWorse ? REGRESSION : 0
