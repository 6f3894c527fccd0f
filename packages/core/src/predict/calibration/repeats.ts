import { normalQuantile } from '../../stats/index.ts'
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
    const logs = this.#logs.get(repeatKey(workload))?.sort((a, b) => a - b)
    if (logs === undefined) return undefined
    const middle = (logs[(logs.length - 1) >> 1]! + logs[logs.length >> 1]!) / 2
    const halfWidth = normalQuantile((1 + level) / 2) * SAME_DEVIATION * Math.sqrt((1 + 1 / logs.length) / 2)
    return { throughput: Math.exp(middle), lower: Math.exp(middle - halfWidth), upper: Math.exp(middle + halfWidth), level, provenance: 'measured' }
  }
}

/** The same for all workloads whose measurements are repeats of each other. */
export function repeatKey(workload: Workload): string {
  return [workload.device.id, ...SAME.map((fact) => workload[fact] ?? '')].join('|')
}
