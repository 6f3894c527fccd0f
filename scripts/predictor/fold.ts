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

/** Rows that a protocol judges, and what was given away of the hidden devices in one draw. */
interface ShotDraw {
  readonly shots: ReadonlySet<number>
  /** Judged rows that were not given away. */
  readonly rest: readonly number[]
  /** How methods that use them are called. */
  readonly suffix: string
}

/**
 * Trains on what a protocol leaves, and predicts what it hides.
 *
 * @param draws how often shots are drawn; every draw is a method of its own
 */
export function evaluateFold(protocol: Protocol, all: readonly Measured[], withBaselines: boolean, draws = 1): FoldResult[] {
  const train = all.filter((row) => !protocol.isHidden(row))
  const judged = [...all.keys()].filter((index) => protocol.isJudged(all[index]!))
  const shotDraws = protocol.hidesDevices ? Array.from({ length: draws }, (_, draw) => shotDraw(protocol, all, judged, draw)) : []
  const estimator = estimatorOf(trainPrior('evaluation', train, protocol.tiers))
  const results = [resultOf('this predictor', judged, estimator.estimate(judged.map((index) => all[index]!.facts.workload)))]
  for (const { shots, rest, suffix } of shotDraws) {
    const own = estimator.calibrate([...shots].map((index) => ({ workload: all[index]!.facts.workload, throughput: all[index]!.throughput })))
    results.push(resultOf(`this predictor${suffix}`, rest, own.estimate(rest.map((index) => all[index]!.facts.workload))))
  }
  return withBaselines ? [...BASELINES.flatMap((baseline) => baselineResults(baseline, all, train, judged, shotDraws)), ...results] : results
}

function baselineResults({ name, usesShots, predict }: Baseline, all: readonly Measured[], train: readonly Measured[], judged: readonly number[], shotDraws: readonly ShotDraw[]): FoldResult[] {
  const rowsAt = (places: Iterable<number>) => Array.from(places, (index) => all[index]!)
  const cases = usesShots === true ? shotDraws : [{ shots: [], rest: judged, suffix: '' }]
  return cases.map(({ shots, rest, suffix }) => ({
    method: `${name}${suffix}`,
    rows: Int32Array.from(rest),
    throughput: predict({ train, judged: rowsAt(rest), shots: rowsAt(shots) }).map(Math.exp),
  }))
}

function shotDraw(protocol: Protocol, all: readonly Measured[], judged: readonly number[], draw: number): ShotDraw {
  const shots = fewShots(protocol, all, draw)
  return { shots, rest: judged.filter((index) => !shots.has(index)), suffix: `, ${SHOTS} shots${draw === 0 ? '' : `, draw ${draw + 1}`}` }
}

/** Ten rows of each hidden device, drawn by hash; where models are hidden too, of models that are not. */
function fewShots(protocol: Protocol, all: readonly Measured[], draw: number): Set<number> {
  const candidates = [...all.keys()].filter((index) => protocol.isShot(all[index]!))
  const byDevice = Map.groupBy(candidates, (index) => `${all[index]!.facts.workload.platform} ${all[index]!.facts.workload.device.id}`)
  const order = (index: number) => hash(`${draw === 0 ? 'shot' : `draw ${draw}`} ${all[index]!.rowId}`)
  return new Set([...byDevice.values()].flatMap((rows) => rows.toSorted((a, b) => order(a) - order(b)).slice(0, SHOTS)))
}

function resultOf(method: string, rows: readonly number[], estimates: readonly { readonly throughput: number; readonly lower: number; readonly upper: number }[]): FoldResult {
  const column = (pick: (estimate: { readonly throughput: number; readonly lower: number; readonly upper: number }) => number) => Float64Array.from(estimates, pick)
  return { method, rows: Int32Array.from(rows), throughput: column(({ throughput }) => throughput), lower: column(({ lower }) => lower), upper: column(({ upper }) => upper) }
}
