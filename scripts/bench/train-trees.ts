import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FeatureMatrix, huberLoss, predictTrees, takeRows, trainTrees } from '../../packages/core/src/predict/boosted-trees/index.ts'
import { createRandom, normalQuantile } from '../../packages/core/src/stats/index.ts'
import { ROOT } from '../steps.ts'
import { type Benchmark, duration, fasterLine, limitLine } from './benchmark.ts'
import { inFolder } from './processes.ts'

const FEATURES = 45
const TEST_ROWS = 10_000
const FULL = { rows: 50_000, trees: 600 }
const QUICK = { rows: 5_000, trees: 60 }
const TRAIN_SECONDS = 20
const PREDICT_SECONDS = 60e-6
const R2_BELOW = 0.005

interface Size {
  readonly rows: number
  readonly trees: number
}

interface Trained {
  readonly seconds: number
  readonly cpu_seconds: number
  readonly r2: number
}

/** Boosted trees as the predictor is trained with, ours on one thread, LightGBM on all it takes by default or on one, whichever was faster; both see the same numbers. */
export const trainTreesBenchmark: Benchmark = {
  name: 'train-trees',
  title: 'Boosted trees, 63 leaves, against LightGBM',
  run: async ({ quick, python }) =>
    inFolder(async (folder) => {
      const size = quick ? QUICK : FULL
      const { matrix, target } = madeUpData(size.rows + TEST_ROWS)
      const ours = train(matrix, target, size)
      const peers = trainPeer(python(), folder, matrix, target, size)
      const peer = peers.one.seconds < peers.default.seconds ? peers.one : peers.default
      return {
        lines: [
          fasterLine(`training on ${size.rows} rows x ${FEATURES}, ${size.trees} trees`, ours.seconds, peer.seconds, 1),
          limitLine('training', ours.seconds, TRAIN_SECONDS, duration),
          limitLine('prediction of a row, processor time', ours.predict_cpu_seconds / TEST_ROWS, PREDICT_SECONDS, duration),
          limitLine('R2 on new rows below the peer’s', peer.r2 - ours.r2, R2_BELOW, (value) => value.toFixed(4)),
        ],
        notes: [
          `processor seconds: ours ${ours.cpu_seconds.toFixed(1)}, LightGBM ${peers.default.cpu_seconds.toFixed(1)} with its default threads (${duration(peers.default.seconds)}), ${peers.one.cpu_seconds.toFixed(1)} with one (${duration(peers.one.seconds)}); R2 ${ours.r2.toFixed(4)} and ${peer.r2.toFixed(4)}`,
        ],
      }
    }),
}

/** y = x0 x1 + sin 3 x2 + 0.3 (x3 + ... + x9) + noise, all normal. */
function madeUpData(rows: number): { readonly matrix: FeatureMatrix; readonly target: Float64Array } {
  const { next } = createRandom(1)
  const normal = () => normalQuantile(next() * (1 - 2e-12) + 1e-12)
  const columns = Array.from({ length: FEATURES }, () => Float64Array.from({ length: rows }, normal))
  const linear = (row: number) => columns.slice(3, 10).reduce((sum, column) => sum + 0.3 * column[row]!, 0)
  const target = Float64Array.from({ length: rows }, (_, row) => columns[0]![row]! * columns[1]![row]! + Math.sin(3 * columns[2]![row]!) + linear(row) + 0.3 * normal())
  return { matrix: { names: columns.map((_, i) => `x${i}`), columns, categorical: columns.map(() => false) }, target }
}

function train(matrix: FeatureMatrix, target: Float64Array, { rows, trees }: Size): Trained & { readonly predict_cpu_seconds: number } {
  const order = Array.from(target.keys())
  const [seen, unseen] = [takeRows(matrix, order.slice(0, rows)), takeRows(matrix, order.slice(rows))]
  const cpu = process.cpuUsage()
  const start = performance.now()
  const ensemble = trainTrees(seen, target.slice(0, rows), { loss: huberLoss(0.9), trees, maxLeaves: 63, learningRate: 0.05, minLeafWeight: 20 })
  const seconds = (performance.now() - start) / 1e3
  const cpuSeconds = cpuSecondsSince(cpu)
  const before = process.cpuUsage()
  const predicted = predictTrees(ensemble, unseen)
  return { seconds, cpu_seconds: cpuSeconds, predict_cpu_seconds: cpuSecondsSince(before), r2: r2(target.slice(rows), predicted) }
}

function cpuSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function trainPeer(python: string, folder: string, { columns }: FeatureMatrix, target: Float64Array, { rows, trees }: Size): Readonly<Record<'default' | 'one', Trained>> {
  writeFileSync(join(folder, 'shape.json'), JSON.stringify({ rows, test_rows: TEST_ROWS, features: FEATURES, trees }))
  writeFileSync(join(folder, 'columns.f64'), Buffer.concat(columns.map(({ buffer }) => Buffer.from(buffer))))
  writeFileSync(join(folder, 'target.f64'), Buffer.from(target.buffer))
  return JSON.parse(execFileSync(python, [join(ROOT, 'python/tools/peer/train_trees.py'), folder], { encoding: 'utf8' }))
}

function r2(truth: Float64Array, predicted: Float64Array): number {
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length
  const squares = (of: (value: number, row: number) => number) => truth.reduce((sum, value, row) => sum + of(value, row) ** 2, 0)
  return 1 - squares((value, row) => value - predicted[row]!) / squares((value) => value - mean)
}
