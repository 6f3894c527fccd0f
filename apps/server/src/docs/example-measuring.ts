import type { AvailableHardware, BenchmarkResult, Fingerprint } from '@benchcast/bench'
import { Measuring } from '../measuring/measuring.ts'

/** BERT-base at batch size 1 and 128 tokens, as it was once measured on two cores of a server that was busy with other things: what `benchmark` gave, in five digits. */
const MEASURED: BenchmarkResult = {
  latency: {
    runs: 24,
    mean: 0.34634,
    standardDeviation: 0.04488,
    coefficientOfVariation: 0.12958,
    minimum: 0.28014,
    maximum: 0.43134,
    p50: 0.3401,
    medianInterval: [0.31268, 0.3802],
    p90: 0.40992,
    medianAbsoluteDeviation: 0.035332,
  },
  throughputPerSecond: 2.8661,
  flags: [
    { code: 'other_load', message: 'Other programs used 1.3 cores during the measurement: end them and measure again.' },
    { code: 'imprecise', message: 'Time was over before the median was as precise as asked: it is known to ±9.9 %. Allow more time.' },
  ],
  raw: {
    loadSeconds: 0.77864,
    firstRunSeconds: 0.32637,
    warmUpSamples: Float64Array.of(0.31973, 0.30925, 0.42474, 0.44176, 0.45815, 0.43558),
    samples: Float64Array.of(
      0.37301,
      0.34377,
      0.36473,
      0.43134,
      0.38902,
      0.41314,
      0.29589,
      0.38128,
      0.32414,
      0.31509,
      0.28886,
      0.3802,
      0.31268,
      0.34658,
      0.32664,
      0.33643,
      0.30951,
      0.30235,
      0.28014,
      0.29681,
      0.35464,
      0.42572,
      0.31784,
      0.40241,
    ),
    windowSeconds: 8.3737,
    isPrecise: false,
    usedCores: 0.7431,
    otherCores: 1.2548,
    clockHz: [2.1e9, 2.1e9],
    memory: { before: 127_954_944, loaded: 499_179_520, peak: 613_576_704 },
    nonFiniteOutputs: [],
  },
}

const MACHINE: Fingerprint = {
  processor: 'Intel(R) Xeon(R) Processor',
  logicalCores: 2,
  governor: '',
  memoryBytes: 25_325_268_992,
  freeMemoryBytes: 21_134_061_568,
  gpu: '',
  driver: '',
  system: 'linux x64',
  runtime: 'onnxruntime-node 1.30.0',
  node: '24.21.0',
  power: '',
}

const PROCESSOR: AvailableHardware = { platform: 'cpu', isAvailable: true, isSimulation: false, device: MACHINE.processor, memoryBytes: MACHINE.memoryBytes, providers: ['cpu'], reason: '' }

/** Measures nothing and gives what was measured once: the documentation is made at every start. */
export class ExampleMeasuring extends Measuring {
  override async hardware(): Promise<readonly AvailableHardware[]> {
    return [PROCESSOR]
  }

  override async machine(): Promise<Fingerprint> {
    return MACHINE
  }

  override async measure(): Promise<BenchmarkResult> {
    return MEASURED
  }
}
