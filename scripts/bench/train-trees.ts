import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTreeHelpers } from '../../apps/server/src/jobs/tree-helpers.ts'
import { type FeatureMatrix, huberLoss, predictTrees, type TreeEnsemble, takeRows, trainTrees } from '../../packages/core/src/predict/boosted-trees/index.ts'
import { createRandom, normalQuantile } from '../../packages/core/src/stats/index.ts'
import { ROOT } from '../steps.ts'
import { type Benchmark, duration, fasterLine, limitLine } from './benchmark.ts'
import { inFolder } from './processes.ts'

const FEATURES = 45
const TEST_ROWS = 10_000
const FULL = { rows: 50_000, trees: 600 }
const QUICK = { rows: 5_000, trees: 60 }
/** Times each is trained, by turns; the quickest counts. */
const ROUNDS = 2
const TRAIN_SECONDS = 20
const PREDICT_SECONDS = 60e-6
const RMSE_RATIO = 1

interface Size {
  readonly rows: number
  readonly trees: number
}

/** One training; the errors are on new rows. */
interface Trained {
  readonly seconds: number
  readonly cpu_seconds: number
  readonly rmse: number
  readonly r2: number
}

/** Who trains: ours on all cores and on one, LightGBM on all it takes by default and on one. */
const TRAINERS = { all: 'ours on all cores', alone: 'ours on one core, the same trees', default: 'LightGBM on its default threads', one: 'LightGBM on one thread' } as const
type Round = Readonly<Record<keyof typeof TRAINERS, Trained>>

/** Boosted trees as the predictor is trained with, against LightGBM on its default threads or on one, whichever was quicker: as many trees with as many leaves from the same numbers. */
export const trainTreesBenchmark: Benchmark = {
  name: 'train-trees',
  title: 'Boosted trees, 63 leaves, against LightGBM',
  run: async ({ quick, python }) =>
    inFolder(async (folder) => {
      const size = quick ? QUICK : FULL
      const data = madeUpData(size.rows + TEST_ROWS)
      writeForPeer(folder, data, size)
      const rounds: Round[] = []
      let predictSeconds = Number.POSITIVE_INFINITY
      for (let round = 0; round < ROUNDS; round++) {
        const [all, alone] = [await train(data, size), await train(data, size, 0)]
        rounds.push({ all, alone, ...trainPeer(python(), folder) })
        predictSeconds = Math.min(predictSeconds, all.predictSeconds, alone.predictSeconds)
      }
      const quickest = (who: keyof Round) => rounds.map((round) => round[who]).reduce((best, other) => (other.seconds < best.seconds ? other : best))
      const [all, alone, byDefault, one] = [quickest('all'), quickest('alone'), quickest('default'), quickest('one')]
      const peer = one.seconds < byDefault.seconds ? one : byDefault
      return {
        lines: [
          fasterLine(`training on ${size.rows} rows x ${FEATURES}, ${size.trees} trees`, all.seconds, peer.seconds, 1),
          fasterLine('the same, each on one core', alone.seconds, one.seconds, 1),
          limitLine('training', all.seconds, TRAIN_SECONDS, duration),
          limitLine('prediction of a row, processor time', predictSeconds, PREDICT_SECONDS, duration),
          limitLine('RMSE on new rows / the peer’s', all.rmse / peer.rmse, RMSE_RATIO, (value) => value.toFixed(3)),
        ],
        notes: (Object.keys(TRAINERS) as (keyof Round)[]).map((who) => `${TRAINERS[who]}: ${sentence(quickest(who))}`),
      }
    }),
}

const sentence = ({ seconds, cpu_seconds, rmse, r2 }: Trained): string => `${duration(seconds)}, ${cpu_seconds.toFixed(1)} processor seconds; on new rows RMSE ${rmse.toFixed(4)}, R2 ${r2.toFixed(4)}`

interface Data {
  readonly matrix: FeatureMatrix
  readonly target: Float64Array
}

/** y = x0 x1 + sin 3 x2 + 0.3 (x3 + ... + x9) + noise, all normal. */
function madeUpData(rows: number): Data {
  const { next } = createRandom(1)
  const normal = () => normalQuantile(next() * (1 - 2e-12) + 1e-12)
  const columns = Array.from({ length: FEATURES }, () => Float64Array.from({ length: rows }, normal))
  const linear = (row: number) => columns.slice(3, 10).reduce((sum, column) => sum + 0.3 * column[row]!, 0)
  const target = Float64Array.from({ length: rows }, (_, row) => columns[0]![row]! * columns[1]![row]! + Math.sin(3 * columns[2]![row]!) + linear(row) + 0.3 * normal())
  return { matrix: { names: columns.map((_, i) => `x${i}`), columns, categorical: columns.map(() => false) }, target }
}

/** Trains ours with so many helping threads, one for each other core by default; starting them counts. */
async function train({ matrix, target }: Data, { rows, trees }: Size, threads?: number): Promise<Trained & { readonly predictSeconds: number }> {
  const order = Array.from(target.keys())
  const [seen, unseen] = [takeRows(matrix, order.slice(0, rows)), takeRows(matrix, order.slice(rows))]
  const cpu = process.cpuUsage()
  const start = performance.now()
  const helpers = startTreeHelpers(threads)
  const ensemble = trainTrees(seen, target.slice(0, rows), { loss: huberLoss(0.9), trees, maxLeaves: 63, learningRate: 0.05, minLeafWeight: 20, helpers })
  const seconds = (performance.now() - start) / 1e3
  const cpuSeconds = cpuSecondsSince(cpu)
  await helpers.end()
  return { seconds, cpu_seconds: cpuSeconds, ...predict(ensemble, unseen, target.slice(rows)) }
}

function predict(ensemble: TreeEnsemble, unseen: FeatureMatrix, truth: Float64Array): { readonly rmse: number; readonly r2: number; readonly predictSeconds: number } {
  const before = process.cpuUsage()
  const predicted = predictTrees(ensemble, unseen)
  const predictSeconds = cpuSecondsSince(before) / truth.length
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length
  const meanSquare = (of: (value: number, row: number) => number) => truth.reduce((sum, value, row) => sum + of(value, row) ** 2, 0) / truth.length
  const error = meanSquare((value, row) => value - predicted[row]!)
  return { rmse: Math.sqrt(error), r2: 1 - error / meanSquare((value) => value - mean), predictSeconds }
}

function cpuSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function writeForPeer(folder: string, { matrix, target }: Data, { rows, trees }: Size): void {
  writeFileSync(join(folder, 'shape.json'), JSON.stringify({ rows, test_rows: TEST_ROWS, features: FEATURES, trees }))
  writeFileSync(join(folder, 'columns.f64'), Buffer.concat(matrix.columns.map(({ buffer }) => Buffer.from(buffer))))
  writeFileSync(join(folder, 'target.f64'), Buffer.from(target.buffer))
}

const trainPeer = (python: string, folder: string): Pick<Round, 'default' | 'one'> => JSON.parse(execFileSync(python, [join(ROOT, 'python/tools/peer/train_trees.py'), folder], { encoding: 'utf8' }))
