// Which hardware should this model run on, and how sure is that?
import { Benchcast } from '@benchcast/sdk'

const client = new Benchcast()
const { result } = await client.tasks.wait(
  client.predict.hardware({
    model_name: 'bert-base-uncased',
    batch_size: 8,
    precision: 'fp16',
    available_hardware: ['cuda', 'rocm', 'cpu'],
    devices: { cuda: 'NVIDIA L4' },
  }),
)

console.log(`Recommended: ${result.primary_recommendation}`)
for (const { device, throughput, score_interval, probability_best, tied_with_best } of result.ranking) {
  const [lower, upper] = score_interval.map(Math.round)
  console.log(`${device}: ${Math.round(throughput)} items/s, 90 % interval ${lower} to ${upper}, best with ${Math.round(100 * probability_best)} %${tied_with_best ? '' : ', clearly worse'}`)
}
console.log(result.explanation)
