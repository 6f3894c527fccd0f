// A task that takes a while, with a progress bar: predictions of many configurations.
import { Benchcast } from '@benchcast/sdk'

const WIDTH = 30
const bar = (share: number): string => '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')

const client = new Benchcast()
const started = client.predict.matrix({
  model_configs: ['bert-base-uncased', 'roberta-base', 'microsoft/resnet-50', 'openai/whisper-tiny'].map((name) => ({ name })),
  hardware_platforms: ['cpu', 'cuda', 'openvino', 'webgpu'],
  batch_sizes: [1, 2, 4, 8, 16, 32],
  precision_options: ['fp32', 'fp16'],
})
const { result } = await client.tasks.wait(started, {
  onProgress: ({ progress, message }) => process.stderr.write(`\r${bar(progress)} ${String(Math.round(100 * progress)).padStart(3)} % ${message.padEnd(40)}`),
  timeoutMs: 120_000,
})
process.stderr.write('\n')
console.log(`${result.stored_predictions} predictions for ${Object.keys(result.models).length} models`)
