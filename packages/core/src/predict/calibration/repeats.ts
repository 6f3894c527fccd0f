import { normalQuantile } from '../../stats/index.ts'
import type { Quantity } from '../prediction.ts'
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
  readonly #logs = new Map<string, number[]>()
  readonly #modelNames: ReadonlySet<string>

  constructor(shots: readonly Shot[]) {
    this.#modelNames = new Set(shots.map(({ workload }) => workload.modelName))
    for (const { repeatKey, logThroughput } of shots) {
      const known = this.#logs.get(repeatKey)
      if (known === undefined) this.#logs.set(repeatKey, [logThroughput])
      else known.push(logThroughput)
    }
  }

  /** The median of the measurements of a workload, with the spread that repetitions show; undefined when it was not measured. */
  answer(workload: Workload, level: number): ThroughputEstimate | undefined {
    if (!this.#modelNames.has(workload.modelName)) return undefined
    const logs = this.#logs.get(repeatKey(workload))
    if (logs === undefined) return undefined
    const { value: throughput, lower, upper } = ofRepeats(logs, level)
    return { throughput, lower, upper, level, provenance: 'measured' }
  }
}

/** The median of repeated measurements, given as logs, with the spread that repetitions show. Sorts them. */
export function ofRepeats(logs: number[], level: number): Quantity {
  logs.sort((a, b) => a - b)
  const middle = (logs[(logs.length - 1) >> 1]! + logs[logs.length >> 1]!) / 2
  const halfWidth = normalQuantile((1 + level) / 2) * SAME_DEVIATION * Math.sqrt((1 + 1 / logs.length) / 2)
  return { value: Math.exp(middle), lower: Math.exp(middle - halfWidth), upper: Math.exp(middle + halfWidth) }
}

/** The same for all workloads whose measurements are repeats of each other. */
export function repeatKey(workload: Workload): string {
  return [workload.device.id, ...SAME.map((fact) => workload[fact] ?? '')].join('|')
}
