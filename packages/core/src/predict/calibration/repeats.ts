import { normalQuantile } from '../../stats/index.ts'
import type { Quantity } from '../prediction.ts'
import { withFactor } from '../spread.ts'
import type { ThroughputEstimate, Workload } from '../workload.ts'
import type { Shot } from './shot.ts'

/** Standard deviation in logs between honest measurements of the same on two hosts: 90 % of them agree within 4 %. */
const SAME_DEVIATION = 0.025

/** Facts that make two workloads the same; where it came from does not count. */
const SAME = [
  'platform',
  'framework',
  'precision',
  'mode',
  'phase',
  'unit',
  'batchSize',
  'inputSize',
  'outputLength',
  'modelName',
  'modelGiven',
  'devices',
  'threads',
  'compiled',
  'autocast',
  'layout',
] as const satisfies readonly (keyof Workload)[]

/** Measurements to be found again by what was measured. */
export class Repeats {
  readonly #figures = new Map<string, number[]>()
  readonly #modelNames: ReadonlySet<string>

  constructor(shots: readonly Shot[]) {
    this.#modelNames = new Set(shots.map(({ workload }) => workload.modelName))
    for (const { repeatKey, throughput } of shots) {
      const known = this.#figures.get(repeatKey)
      if (known === undefined) this.#figures.set(repeatKey, [throughput])
      else known.push(throughput)
    }
  }

  /** The median of the measurements of a workload, with the spread that repetitions show; undefined when it was not measured. */
  answer(workload: Workload, level: number): ThroughputEstimate | undefined {
    if (!this.#modelNames.has(workload.modelName)) return undefined
    const figures = this.#figures.get(repeatKey(workload))
    if (figures === undefined) return undefined
    const { value: throughput, lower, upper } = ofRepeats(figures, level)
    return { throughput, lower, upper, level, provenance: 'measured' }
  }
}

/** Standard deviation over median absolute deviation, of a normal distribution. */
const DEVIATIONS = 1.4826

/** Standard deviation of the logs as their median absolute deviation has it, which a slip among several does not change. */
function spreadAbout(median: number, figures: readonly number[]): number {
  const distances = figures.map((figure) => Math.abs(Math.log(figure / median))).sort((a, b) => a - b)
  return DEVIATIONS * distances[distances.length >> 1]!
}

/** The median of repeated measurements (of an even number the geometric mean of the middle two), with the spread that repetitions usually show, and what these show beyond it. Sorts them. */
export function ofRepeats(figures: number[], level: number): Quantity {
  figures.sort((a, b) => a - b)
  const [below, above] = [figures[(figures.length - 1) >> 1]!, figures[figures.length >> 1]!]
  const median = below === above ? below : Math.sqrt(below) * Math.sqrt(above)
  const spread = Math.hypot(SAME_DEVIATION, Math.max(0, spreadAbout(median, figures) - SAME_DEVIATION))
  return withFactor(median, Math.exp(normalQuantile((1 + level) / 2) * spread * Math.sqrt((1 + 1 / figures.length) / 2)))
}

/** The same for all workloads whose measurements are repeats of each other. */
export function repeatKey(workload: Workload): string {
  return [workload.device.id, ...SAME.map((fact) => workload[fact] ?? '')].join('|')
}
