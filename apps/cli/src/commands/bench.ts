import { cannotTrain, type Method, PROFILES, type ProfileId, SCENARIOS, type Scenario } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import { RUNNABLE_PRECISIONS, type RunnablePrecision } from '@benchcast/core/graph/onnx'
import { type Command, Option } from 'commander'
import type { BenchPage } from '../bench/bench-this-machine.ts'
import { configurationsOf, formatOf, isKnown, itemOf, PHASES, type Phase, USUAL_BATCH_SIZES, USUAL_MODELS } from '../bench/sweep.ts'
import { writeOut } from '../output/write-out.ts'
import { benchPage } from '../terminal/bench-page.ts'
import { inkFor } from '../terminal/ink.ts'
import { pageWidth } from '../terminal/text.ts'

const EXAMPLES = `
Examples:
  $ benchcast bench
  $ benchcast bench bert-base-uncased microsoft/resnet-50 --batch 1,8 --precision int8
  $ benchcast bench openai-community/gpt2 --phase decode --sequence 512
  $ benchcast bench model.onnx ./my-hugging-face-folder --batch 1 --sequence 128
  $ benchcast bench hub:Xenova/bert-base-uncased --precision int8
  $ benchcast bench --seconds 10 --out measured.json

Graphs are built with random weights, so nothing is downloaded; the time does not depend on the values. Only hub:ORG/NAME is: the package @huggingface/transformers, where it is
installed, fetches its ONNX file once and keeps it. The predictor is asked first, learns from half of what is measured
(in memory only), and is asked again about the other half.`

interface BenchOptions {
  readonly batch: string
  readonly precision: RunnablePrecision
  readonly hardware: string
  readonly sequence?: string
  readonly image?: string
  readonly phase?: Phase
  readonly scenario: Scenario
  readonly mode: 'inference' | 'training'
  readonly profile: ProfileId
  readonly seconds?: string
  readonly threads?: string
  readonly out?: string
  readonly json?: boolean
}

/** `benchcast bench`: measures models on this machine, beside what was predicted. */
export function benchCommand(program: Command): void {
  program
    .command('bench')
    .description('Measure models on this machine, and see how good predictions are before and after learning from it')
    .argument('[models...]', 'models of the catalogue, ONNX files, Hugging Face folders, or hub:ORG/NAME', [...USUAL_MODELS])
    .option('--batch <sizes>', 'batch sizes, with commas between', USUAL_BATCH_SIZES.join(','))
    .addOption(new Option('--precision <format>', 'number format').choices(Object.keys(RUNNABLE_PRECISIONS)).default('fp32'))
    .option('--hardware <platform>', 'platform of this machine', 'cpu')
    .option('--sequence <tokens>', 'tokens of a sequence (default: the usual of the model)')
    .option('--image <pixels>', 'pixels of one side of an image (default: the usual of the model)')
    .addOption(new Option('--phase <name>', 'of language models: read a sequence at once, or make one token after it').choices(PHASES))
    .addOption(new Option('--mode <name>', 'training is refused with the reason').choices(['inference', 'training']).default('inference'))
    .addOption(new Option('--scenario <name>', 'how queries arrive, by the names of MLPerf').choices(Object.keys(SCENARIOS)).default('single_stream'))
    .addOption(new Option('--profile <name>', 'how thoroughly').choices(Object.keys(PROFILES)).default('quick'))
    .option('--seconds <number>', 'longest time for one configuration (default: that of the profile)')
    .option('--threads <number>', 'threads of one operator (default: the choice of the runtime)')
    .option('--out <file>', 'write everything measured, raw samples included, as JSON')
    .option('--json', 'print that JSON instead of tables')
    .addHelpText('after', EXAMPLES)
    .action(bench)
}

async function bench(models: readonly string[], options: BenchOptions): Promise<void> {
  if (options.mode === 'training') throw cannotTrain()
  const { benchThisMachine, chosenHardware } = await import('../bench/bench-this-machine.ts')
  const sizes = {
    ...(options.phase && { phase: options.phase }),
    ...(options.sequence && { sequenceLength: whole('--sequence', options.sequence) }),
    ...(options.image && { imageSize: whole('--image', options.image) }),
  }
  const configurations = configurationsOf({ models, batchSizes: options.batch.split(',').map((size) => whole('--batch', size)), precision: options.precision, ...sizes })
  const hardware = await chosenHardware(options.hardware)
  const page = await benchThisMachine(configurations, hardware, { method: methodOf(options), ...(options.threads && { threads: whole('--threads', options.threads) }) })
  const text = () => `${JSON.stringify(asJson(page), replacer, 1)}\n`
  if (options.out !== undefined) await writeOut(options.out, text())
  if (options.json) process.stdout.write(text())
  else console.log(benchPage(page, pageWidth(process.stdout.columns), inkFor(process.stdout, process.env)))
}

const replacer = (_: string, value: unknown): unknown => (value instanceof Float64Array ? [...value] : value)

const asJson = ({ machine, device, rows }: BenchPage) => ({
  machine,
  device,
  results: rows.map(({ measured, before }) => {
    const { configuration, result } = measured
    const { modelName, batchSize } = configuration
    const known = isKnown(configuration) && { input_size: configuration.inputSize, phase: configuration.size.phase, predicted_throughput: before.value }
    return { model_name: modelName, batch_size: batchSize, precision: formatOf(measured), ...known, item: itemOf(configuration), ...result }
  }),
})

function whole(flag: string, text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) === 0) throw new BenchcastError('invalid_data', `${flag} is '${text}': give a whole number above 0.`)
  return Number(text)
}

function methodOf({ profile, scenario, seconds }: BenchOptions): Method {
  if (seconds === undefined) return { ...PROFILES[profile], scenario }
  if (!(Number(seconds) > 0)) throw new BenchcastError('invalid_data', `--seconds is '${seconds}': give a number above 0.`)
  return { ...PROFILES[profile], scenario, longestSeconds: Number(seconds) }
}
