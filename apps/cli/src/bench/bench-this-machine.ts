import { readFile } from 'node:fs/promises'
import {
  type AvailableHardware,
  availableHardware,
  type BenchmarkResult,
  type BenchmarkStep,
  benchmark,
  benchmarkFile,
  type FetchProgress,
  type Fingerprint,
  fingerprint,
  type Method,
  ModelFiles,
  questionOnDisk,
  thisMachine,
} from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import { PLATFORMS } from '@benchcast/core/hardware'
import { createPredictor, loadEstimator, type Predictor } from '@benchcast/core/predict'
import { PRIOR_WEIGHTS } from '../prior-weights.ts'
import { type Figure, figureOf, type Learning, learn } from './learning.ts'
import { type Configuration, type FileConfiguration, isKnown, type MeasuredConfiguration } from './sweep.ts'

/** A measured configuration with what was predicted before anything was measured. */
export interface BenchRow {
  readonly measured: MeasuredConfiguration
  readonly before: Figure
}

export interface BenchPage {
  readonly device: string
  readonly machine: Fingerprint
  readonly rows: readonly BenchRow[]
  readonly learning: Learning | undefined
}

interface BenchHow {
  readonly method: Method
  readonly threads?: number
}

/** Measures every configuration on this machine, predicted before, and learns from half of them. Progress goes to standard error. */
export async function benchThisMachine(configurations: readonly Configuration[], hardware: AvailableHardware, how: BenchHow): Promise<BenchPage> {
  const [machine, predictor] = await Promise.all([fingerprint(), localPredictor()])
  const rows: BenchRow[] = []
  for await (const measured of measureAll(configurations, hardware, how)) rows.push({ measured, before: figureOf(predictor, measured.configuration, hardware, measured.result.throughputPerSecond) })
  const results = rows.map(({ measured }) => measured)
  return { device: hardware.device, machine, rows, learning: learn(predictor, results, hardware) }
}

/** A platform that this machine has. */
export async function chosenHardware(platform: string): Promise<AvailableHardware> {
  const known = PLATFORMS.find((one) => one === platform)
  const [found] = known === undefined ? [] : await availableHardware([known])
  if (found === undefined) throw new BenchcastError('invalid_data', `--hardware is '${platform}': give one of ${PLATFORMS.join(', ')}.`)
  if (!found.isAvailable) throw new BenchcastError('invalid_data', `This machine cannot measure on ${platform}. ${found.reason}`)
  return found
}

/** The shipped predictor, which takes this machine for the device where it can. */
async function localPredictor(): Promise<Predictor> {
  const [weights, machine] = await Promise.all([readFile(PRIOR_WEIGHTS), thisMachine()])
  return createPredictor({ estimator: loadEstimator(weights), ...(machine && { machine }) })
}

async function* measureAll(configurations: readonly Configuration[], hardware: AvailableHardware, { method, threads }: BenchHow): AsyncGenerator<MeasuredConfiguration> {
  const files = await ModelFiles.create()
  try {
    for (const [index, configuration] of configurations.entries()) {
      const title = `[${index + 1}/${configurations.length}] ${configuration.modelName}, batch ${configuration.batchSize}`
      const how = { providers: hardware.providers, method, ...(threads !== undefined && { threads }) }
      const options = { files, onStep: ({ step, share }: BenchmarkStep) => showProgress(`${title}: ${step} ${Math.round(100 * share)} %`) }
      const onProgress = ({ file, bytes }: FetchProgress) => showProgress(`${title}: downloading ${file}, ${(bytes / 1e6).toFixed(0)} MB`)
      const measure = async (): Promise<BenchmarkResult> =>
        isKnown(configuration)
          ? benchmark({ architecture: configuration.model.graph!, size: configuration.size, precision: configuration.precision, ...how }, options)
          : benchmarkFile({ ...(await questionOnDisk(asFile(configuration), { onProgress })), ...how }, options)
      yield { configuration, result: await measure() }
      showProgress(`${title}: done`, '\n')
    }
  } finally {
    await files.remove()
  }
}

const asFile = ({ path, size, precision }: FileConfiguration) => ({ path, size, ...(precision && { precision }) })

/** Progress is for people who look: a line that is written over on a terminal, one line a configuration elsewhere. */
function showProgress(text: string, end = ''): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}${end}`)
  else if (end !== '') process.stderr.write(`${text}\n`)
}
