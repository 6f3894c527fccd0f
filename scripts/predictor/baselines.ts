import { predictTrees, squaredLoss, type TrainOptions, trainTrees } from '../../packages/core/src/predict/boosted-trees/index.ts'
import { CATEGORIES, lookupOf, vocabularyOf } from '../../packages/core/src/predict/residual/features.ts'
import { blend, blendWithOffset, blendWithProcess } from './blend.ts'
import { featureTable, PLAIN_NUMBERS, plainNumbers } from './feature-table.ts'
import { hybridResiduals } from './hybrid.ts'
import { logRoofline, type Measured } from './measurements.ts'
import { median } from './scores.ts'

/** What a baseline learns from and is asked. */
export interface BaselineCase {
  readonly train: readonly Measured[]
  readonly judged: readonly Measured[]
  /** Measurements of the hidden devices that were given away. */
  readonly shots: readonly Measured[]
}

/** A simple learner to beat: gives log(throughput) of each judged row. */
export interface Baseline {
  readonly name: string
  /** True when it learns from the shots, and is judged on what they leave. */
  readonly usesShots?: true
  readonly predict: (from: BaselineCase) => Float64Array
}

/** Roofline times the median efficiency of the platform and phase. */
function fittedRoofline(train: readonly Measured[], judged: readonly Measured[]): Float64Array {
  const keyOf = ({ facts: { workload } }: Measured) => `${workload.platform}|${workload.phase}|${workload.precision}`
  const efficiencies = new Map([...Map.groupBy(train, keyOf)].map(([key, rows]) => [key, median(rows.map(({ residual }) => residual))]))
  const usual = median(train.map(({ residual }) => residual))
  return Float64Array.from(judged, (row) => logRoofline(row) + (efficiencies.get(keyOf(row)) ?? usual))
}

const NEIGHBOURS = 8
/** Words that must agree before costs are compared. */
const WORD_COST = 3

/** Mean residual of the nearest measurements by standardised numbers and matching words. */
function nearestNeighbours(train: readonly Measured[], judged: readonly Measured[]): Float64Array {
  const [known, asked] = standardised(train, judged)
  const words = (row: Measured) => CATEGORIES.map(({ of }) => of(row.facts))
  const knownWords = train.map(words)
  const peers = Map.groupBy(train.keys(), (other) => peerKey(train[other]!))
  return Float64Array.from(judged, (row, index) => {
    const own = words(row)
    const best: { readonly distance: number; readonly residual: number }[] = []
    for (const other of peers.get(peerKey(row)) ?? []) {
      const { residual } = train[other]!
      const distance = distanceOf(asked[index]!, known[other]!, own, knownWords[other]!, best[NEIGHBOURS - 1]?.distance ?? Number.POSITIVE_INFINITY)
      if (best.length < NEIGHBOURS || distance < best.at(-1)!.distance) {
        best.push({ distance, residual })
        best.sort((a, b) => a.distance - b.distance)
        best.length = Math.min(best.length, NEIGHBOURS)
      }
    }
    return logRoofline(row) + best.reduce((sum, { residual }) => sum + residual, 0) / Math.max(1, best.length)
  })
}

/** Measurements are compared with those of the same platform and kind of run only. */
const peerKey = ({ facts: { workload } }: Measured): string => `${workload.platform}|${workload.phase}`

function distanceOf(a: Float64Array, b: Float64Array, wordsA: readonly unknown[], wordsB: readonly unknown[], limit: number): number {
  let distance = 0
  for (let index = 0; index < wordsA.length; index++) if (wordsA[index] !== wordsB[index]) distance += WORD_COST
  for (let index = 0; index < a.length && distance < limit; index++) distance += (a[index]! - b[index]!) ** 2
  return distance
}

function standardised(train: readonly Measured[], judged: readonly Measured[]): readonly [Float64Array[], Float64Array[]] {
  const rows = [...train, ...judged].map(({ facts }) => Float64Array.from(plainNumbers(facts)))
  PLAIN_NUMBERS.forEach((_, column) => {
    const values = rows.map((row) => row[column]!).filter(Number.isFinite)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
    for (const row of rows) row[column] = Number.isFinite(row[column]) ? (row[column]! - mean) / deviation : 0
  })
  return [rows.slice(0, train.length), rows.slice(train.length)]
}

/** Trees on features alone, straight to log throughput: no roofline below, no evidence beside. */
function trees(train: readonly Measured[], judged: readonly Measured[], fits: readonly Partial<TrainOptions>[]): Float64Array {
  const lookup = lookupOf(vocabularyOf(train.map(({ facts }) => facts)))
  const [known, asked] = [featureTable(train, lookup), featureTable(judged, lookup)]
  const target = Float64Array.from(train, ({ throughput }) => Math.log(throughput))
  const predictions = fits.map((options) => predictTrees(trainTrees(known, target, options), asked))
  return Float64Array.from(judged, (_, row) => predictions.reduce((sum, values) => sum + values[row]!, 0) / fits.length)
}

const FOREST = Array.from({ length: 25 }, (_, seed) => ({ loss: squaredLoss, trees: 1, learningRate: 1, maxLeaves: 1000, minLeafWeight: 2, rowFraction: 0.632, featureFraction: 0.5, seed }))

/** What the learnt prior is compared with. */
export const BASELINES: readonly Baseline[] = [
  { name: 'roofline, fitted efficiency', predict: ({ train, judged }) => fittedRoofline(train, judged) },
  { name: 'k-NN on residual', predict: ({ train, judged }) => nearestNeighbours(train, judged) },
  { name: 'random forest', predict: ({ train, judged }) => trees(train, judged, FOREST) },
  {
    name: 'boosted trees',
    predict: ({ train, judged }) => trees(train, judged, [{ loss: squaredLoss, trees: 300, learningRate: 0.08, maxLeaves: 63, minLeafWeight: 10, rowFraction: 0.8, featureFraction: 0.6 }]),
  },
  { name: 'hybrid: boosted trees over roofline', predict: ({ train, judged }) => hybridResiduals(train, judged).map((residual, place) => residual + logRoofline(judged[place]!)) },
  { name: 'blend: hybrid and transfer', predict: ({ train, judged }) => blend(train, judged) },
  { name: 'blend + offset', usesShots: true, predict: ({ train, judged, shots }) => blendWithOffset(train, judged, shots) },
  { name: 'blend + Gaussian process', usesShots: true, predict: ({ train, judged, shots }) => blendWithProcess(train, judged, shots) },
]
