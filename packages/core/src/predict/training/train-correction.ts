import { BenchcastError } from '../../errors.ts'
import { mean } from '../../stats/index.ts'
import type { MeasuredWorkload } from '../workload.ts'
import { championMaker } from './candidates.ts'
import { type Configuration, configurationsOf, evenlyOver } from './configurations.ts'
import { pairLosses, rSquared, someOf } from './cross-validation.ts'
import { shuffled } from './folds.ts'
import { importances } from './importance.ts'
import { type Contest, crossValidate, type Rounds, scoreFold } from './rounds.ts'
import type { TrainingOptions, TrainingResult } from './training-result.ts'
import { fitRows, recipeOf, trainingScore, trainingTable } from './training-table.ts'
import { type Contender, judge } from './verdict.ts'
import { writeCorrection } from './write-correction.ts'

/** Fewer configurations, or pairs of model and device, tell nothing: six pairs are the fewest that Wilcoxon's test can be sure of at 5 %. */
const FEWEST_CONFIGURATIONS = 30
const FEWEST_PAIRS = 6
/** Configurations that are trained on, evenly from all pairs: more would only cost time. */
const MOST_CONFIGURATIONS = 20_000
/** Configurations that the candidates are compared on, evenly from all pairs: all of them know the same, and a calibrated estimate takes about a millisecond. */
const MOST_COMPARED = 2500
/** From here on a share of the pairs is set aside for a last test. */
const TEST_FROM = { configurations: 200, pairs: 20 }
const TEST_SHARE = 0.15
/** Folds over pairs, which decide, and over devices, which only tell. */
const BY_PAIR = { folds: 5, mostScored: 600 }
const BY_DEVICE = { folds: 3, mostScored: 240 }
const MOST_TESTED = 200
/** Where each step begins, as a share of the time. */
const STEPS = { prior: 0, folds: 0.15, devices: 0.6, test: 0.8, final: 0.85, importance: 0.9, done: 1 }

/**
 * Trains a correction of the prior on measurements, given oldest first, and judges it against what serves now by cross-validation over pairs of model and device.
 *
 * @throws BenchcastError `invalid_data` when there are too few measurements, `task_cancelled` when the signal says so.
 * @example trainCorrection(measured, { prior, seed: 1, madeAt: now }).reason // 'On 24 held-out pairs of model and device its typical error is 9.1 %, ...'
 */
export function trainCorrection(measured: readonly MeasuredWorkload[], options: TrainingOptions): TrainingResult {
  const report = reporter(options)
  const configurations = someOf(configurationsOf(measured), MOST_CONFIGURATIONS)
  refuseFew(configurations)
  report('prior', `Asking the shipped predictor about ${configurations.length} different configurations`)
  const contest = contestOf(configurations, options)
  const { table, seed } = contest
  const { rounds, unseen, test } = examine(contest, report)
  report('final', 'Training on all measurements')
  const all = [...configurations.keys()]
  const recipe = recipeOf(table, all)
  const final = fitRows(table, all, recipe, seed)
  report('importance', 'Weighing the features')
  const importance = importances(table, final, rounds.trees, seed)
  const verdict = judgeRounds(rounds)
  report('done', verdict.reason)
  return {
    correction: writeCorrection({ table, recipe, final, heldOut: rounds.challenger, measurements: measured.length, options }),
    features: final.ensemble.featureNames,
    scores: { training: trainingScore(table, final), validation: rSquared(rounds.challenger), test: test && rSquared(test.challenger) },
    champion: { validation: rSquared(contest.champion ? rounds.champion : rounds.prior) },
    losses: { ...lossesOf(rounds), champion: contest.champion ? lossOf(rounds.champion) : null },
    unseenDevices: unseen && lossesOf(unseen),
    importance,
    ...verdict,
  }
}

interface TestedContest extends Contest {
  /** Rows that nothing looks at before the last test. */
  readonly testRows: readonly number[]
}

function contestOf(configurations: readonly Configuration[], { prior, champion, seed }: TrainingOptions): TestedContest {
  const table = trainingTable(configurations, prior)
  const { others, testRows } = setAside(configurations, seed)
  const rows = evenlyOver(others, (row) => configurations[row]!.pair, MOST_COMPARED)
  const canServe = champion?.priorVersion === prior.version
  return { table, prior, champion: canServe ? championMaker(table, prior, champion, rows, seed) : undefined, recipe: recipeOf(table, rows), seed, rows, testRows }
}

/** Scores the candidates on held-out pairs, on held-out devices where there are several, and on pairs that were set aside where there are enough. */
function examine(contest: TestedContest, report: Report): { readonly rounds: Rounds; readonly unseen: Rounds | null; readonly test: Rounds | null } {
  const { rows, testRows, table } = contest
  const pairOf = (row: number) => table.configurations[row]!.pair
  const deviceOf = (row: number) => table.configurations[row]!.device
  const rounds = crossValidate(contest, { ...BY_PAIR, groupOf: pairOf, onFold: (share) => report('folds', 'Comparing predictors on held-out models and devices', share, 'devices') })
  const onDeviceFold = (share: number) => report('devices', 'Comparing predictors on held-out devices', share, 'test')
  const newOnly = { ...contest, champion: undefined }
  const unseen = new Set(rows.map(deviceOf)).size < 2 ? null : crossValidate(newOnly, { ...BY_DEVICE, groupOf: deviceOf, onFold: onDeviceFold })
  report('test', 'Testing on measurements that nothing has looked at')
  return { rounds, unseen, test: testRows.length === 0 ? null : scoreFold(newOnly, rows, testRows, MOST_TESTED) }
}

type Step = keyof typeof STEPS
/** Says how far the training is: at a step, or `share` of the way from it to the next; stops it when the signal says so. */
type Report = (step: Step, message: string, share?: number, next?: Step) => void

function reporter({ onProgress, signal }: TrainingOptions): Report {
  return (step, message, share = 0, next = step) => {
    if (signal?.aborted) throw new BenchcastError('task_cancelled', 'The training was cancelled; what served before goes on serving.')
    onProgress?.(STEPS[step] + share * (STEPS[next] - STEPS[step]), message)
  }
}

function refuseFew(configurations: readonly Configuration[]): void {
  const pairs = new Set(configurations.map(({ pair }) => pair)).size
  if (configurations.length >= FEWEST_CONFIGURATIONS && pairs >= FEWEST_PAIRS) return
  const needed = `Training needs ${FEWEST_CONFIGURATIONS} different measured configurations of ${FEWEST_PAIRS} pairs of model and device`
  throw new BenchcastError('invalid_data', `${needed}; there are ${configurations.length} of ${pairs}. Record more: until then predictions are calibrated with those you have.`)
}

/** Whole pairs for a last test, when there are enough. */
function setAside(configurations: readonly Configuration[], seed: number): { readonly others: readonly number[]; readonly testRows: readonly number[] } {
  const pairs = [...new Set(configurations.map(({ pair }) => pair))].sort()
  const isEnough = configurations.length >= TEST_FROM.configurations && pairs.length >= TEST_FROM.pairs
  const testPairs = new Set(isEnough ? shuffled(pairs, seed).slice(0, Math.round(TEST_SHARE * pairs.length)) : [])
  const { others = [], testRows = [] } = Object.groupBy(configurations.keys(), (row) => (testPairs.has(configurations[row]!.pair) ? 'testRows' : 'others'))
  return { others, testRows }
}

const lossOf = (heldOut: Rounds['prior']): number => mean(pairLosses(heldOut))

const lossesOf = ({ prior, challenger }: Rounds) => ({ prior: lossOf(prior), challenger: lossOf(challenger) })

function judgeRounds({ prior, challenger, champion }: Rounds) {
  const contender = (title: string, heldOut: Rounds['prior']): Contender[] => (heldOut.length === 0 ? [] : [{ title, losses: pairLosses(heldOut) }])
  const incumbents = [...contender('the shipped predictor with calibration', prior), ...contender('the trained predictor that serves', champion)]
  return judge(contender('the new predictor', challenger)[0]!, incumbents)
}
