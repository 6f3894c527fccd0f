import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PROFILES } from '@benchcast/bench'
import { type BenchPage, type BenchRow, benchThisMachine, chosenHardware } from '../apps/cli/src/bench/bench-this-machine.ts'
import { configurationsOf, type KnownConfiguration } from '../apps/cli/src/bench/sweep.ts'

/** Graphs of every kind that a processor runs within a second: the project's own measurements are of these. */
const MODELS = [
  'prajjwal1/bert-tiny',
  'prajjwal1/bert-mini',
  'prajjwal1/bert-small',
  'prajjwal1/bert-medium',
  'sentence-transformers/paraphrase-MiniLM-L3-v2',
  'sentence-transformers/all-MiniLM-L6-v2',
  'microsoft/MiniLM-L12-H384-uncased',
  'google/electra-small-discriminator',
  'distilbert/distilbert-base-uncased',
  'google-bert/bert-base-uncased',
  'albert/albert-base-v2',
  'microsoft/mpnet-base',
  'microsoft/deberta-v3-xsmall',
  'EleutherAI/pythia-70m',
  'distilbert/distilgpt2',
  'openai-community/gpt2',
  'google-t5/t5-small',
  'timm/mobilenetv3_small_100',
  'timm/mobilenetv3_large_100',
  'google/mobilenet_v2_1.0_224',
  'timm/tf_efficientnet_lite0',
  'google/efficientnet-b0',
  'google/efficientnet-b2',
  'facebook/convnextv2-atto-1k-224',
  'facebook/convnext-tiny-224',
  'WinKawaks/vit-tiny-patch16-224',
  'WinKawaks/vit-small-patch16-224',
  'google/vit-base-patch32-224-in21k',
  'microsoft/swin-tiny-patch4-window7-224',
  'microsoft/resnet-18',
  'microsoft/resnet-34',
  'microsoft/resnet-50',
  'timm/resnext50_32x4d',
  'timm/densenet121',
  'timm/vgg11',
  'openai/whisper-tiny',
] as const

const COLUMNS = [
  'row_id',
  'model_name',
  'hardware_platform',
  'device',
  'framework',
  'precision',
  'mode',
  'phase',
  'unit',
  'batch_size',
  'sequence_length_or_image_size',
  'params_m',
  'throughput_samples_per_s',
  'latency_p50_ms',
  'latency_p50_low_ms',
  'latency_p50_high_ms',
  'first_run_ms',
  'peak_memory_mb',
  'runs',
  'flags',
  'predicted_samples_per_s',
] as const

/** Measures this machine and writes the measurements, in the columns of the public ones, with the machine beside them. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(import.meta.dirname, '../examples/speed/own-measurements.csv') },
      seconds: { type: 'string', default: '3' },
      batch: { type: 'string', default: '1,4' },
    },
  })
  const configurations = configurationsOf({ models: MODELS, batchSizes: values.batch.split(',').map(Number), precision: 'fp32' })
  const page = await benchThisMachine(configurations, await chosenHardware('cpu'), { method: { ...PROFILES.quick, longestSeconds: Number(values.seconds) } })
  await writeFile(values.out, csv(page))
  await writeFile(values.out.replace(/\.csv$/, '.json'), `${JSON.stringify({ machine: page.machine, method: { ...PROFILES.quick, longestSeconds: Number(values.seconds) } }, undefined, 2)}\n`)
  console.error(`${page.rows.length} measurements of ${new Set(page.rows.map(({ measured }) => measured.configuration.modelName)).size} graphs written to ${values.out}`)
}

const csv = ({ rows, device, machine }: BenchPage): string => [COLUMNS.join(','), ...rows.map((row, index) => lineOf(row, index, device, machine.runtime.replace(' ', '-')))].join('\n').concat('\n')

function lineOf({ measured: { configuration, result }, before }: BenchRow, index: number, device: string, framework: string): string {
  const { modelName, model, batchSize, inputSize, size, precision } = configuration as KnownConfiguration
  const { latency, raw, flags, throughputPerSecond } = result
  const ms = (seconds: number | undefined) => (seconds === undefined ? '' : (1000 * seconds).toFixed(4))
  const [low, high] = latency.medianInterval ?? []
  // Public measurements count the tokens of a language model, the sequences of others.
  const itemsPerSample = model.unit === 'token' && size.phase === 'prefill' ? inputSize : 1
  const figures = [
    (throughputPerSecond * itemsPerSample).toFixed(4),
    ms(latency.p50),
    ms(low),
    ms(high),
    ms(raw.firstRunSeconds),
    raw.memory ? (raw.memory.peak / 2 ** 20).toFixed(1) : '',
    latency.runs,
  ]
  const what = [`own-${index + 1}`, modelName, 'cpu', device.replaceAll(',', ' '), framework, precision, 'inference', size.phase, model.unit, batchSize, inputSize, (model.parameters / 1e6).toFixed(3)]
  return [...what, ...figures, flags.map(({ code }) => code).join(' '), (before.value * itemsPerSample).toFixed(4)].join(',')
}

await main()
