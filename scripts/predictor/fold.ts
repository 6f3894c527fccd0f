import { estimatorOf } from '../../packages/core/src/predict/estimator.ts'
import { hash } from '../../packages/core/src/predict/prior/out-of-fold.ts'
import { trainPrior } from '../../packages/core/src/predict/prior/train-prior.ts'
import { BASELINES, type Baseline } from './baselines.ts'
import type { Measured } from './measurements.ts'
import type { Protocol } from './protocols.ts'

/** Predictions of one fold of a protocol, by method. */
export interface FoldResult {
  readonly method: string
  /** Places of the judged rows among all measurements. */
  readonly rows: Int32Array
  readonly throughput: Float64Array
  /** Ends of the 90 % interval; absent for methods without. */
  readonly lower?: Float64Array
  readonly upper?: Float64Array
}

/** Measurements of a new device that are given away as its few shots. */
const SHOTS = 10

/** Trains on what a protocol leaves, and predicts what it hides. */
export function evaluateFold(protocol: Protocol, all: readonly Measured[], withBaselines: boolean): FoldResult[] {
  const train = all.filter((row) => !protocol.isHidden(row))
  const judged = [...all.keys()].filter((index) => protocol.isJudged(all[index]!))
  const shots = protocol.hidesDevices ? fewShots(protocol, all) : new Set<number>()
  const rest = judged.filter((index) => !shots.has(index))
  const estimator = estimatorOf(trainPrior('evaluation', train, protocol.tiers))
  const results = [resultOf('this predictor', judged, estimator.estimate(judged.map((index) => all[index]!.facts.workload)))]
  if (protocol.hidesDevices) {
    const own = estimator.calibrate([...shots].map((index) => ({ workload: all[index]!.facts.workload, throughput: all[index]!.throughput })))
    results.push(resultOf(`this predictor, ${SHOTS} shots`, rest, own.estimate(rest.map((index) => all[index]!.facts.workload))))
  }
  if (!withBaselines) return results
  const able = BASELINES.filter(({ usesShots }) => protocol.hidesDevices || usesShots !== true)
  return [...able.map((baseline) => baselineResult(baseline, all, train, baseline.usesShots === true ? rest : judged, shots)), ...results]
}

function baselineResult({ name, usesShots, predict }: Baseline, all: readonly Measured[], train: readonly Measured[], judged: readonly number[], shots: ReadonlySet<number>): FoldResult {
  const rowsAt = (places: Iterable<number>) => Array.from(places, (index) => all[index]!)
  return {
    method: usesShots === true ? `${name}, ${SHOTS} shots` : name,
    rows: Int32Array.from(judged),
    throughput: predict({ train, judged: rowsAt(judged), shots: rowsAt(shots) }).map(Math.exp),
  }
}

/** Ten rows of each hidden device, drawn by hash; where models are hidden too, of models that are not. */
function fewShots(protocol: Protocol, all: readonly Measured[]): Set<number> {
  const candidates = [...all.keys()].filter((index) => protocol.isShot(all[index]!))
  const byDevice = Map.groupBy(candidates, (index) => `${all[index]!.facts.workload.platform} ${all[index]!.facts.workload.device.id}`)
  const order = (index: number) => hash(`shot ${all[index]!.rowId}`)
  return new Set([...byDevice.values()].flatMap((rows) => rows.toSorted((a, b) => order(a) - order(b)).slice(0, SHOTS)))
}

function resultOf(method: string, rows: readonly number[], estimates: readonly { readonly throughput: number; readonly lower: number; readonly upper: number }[]): FoldResult {
  const column = (pick: (estimate: { readonly throughput: number; readonly lower: number; readonly upper: number }) => number) => Float64Array.from(estimates, pick)
  return { method, rows: Int32Array.from(rows), throughput: column(({ throughput }) => throughput), lower: column(({ lower }) => lower), upper: column(({ upper }) => upper) }
}
