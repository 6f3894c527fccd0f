import { BenchcastError } from '../../errors.ts'
import { mean } from '../../stats/index.ts'
import type { MeasuredWorkload } from '../workload.ts'
import { championMaker } from './candidates.ts'
import { type Configuration, configurationsOf } from './configurations.ts'
import { MOST_SCORED, pairLosses, rSquared } from './cross-validation.ts'
import { shuffled } from './folds.ts'
import { importances } from './importance.ts'
import { recipeFor } from './recipe.ts'
import { crossValidate, type Rounds, scoreFold } from './rounds.ts'
import type { TrainingOptions, TrainingResult } from './training-result.ts'
import { fitRows, type TrainingTable, trainingScore, trainingTable } from './training-table.ts'
import { type Contender, judge } from './verdict.ts'
import { writeCorrection } from './write-correction.ts'

/** Fewer configurations, or pairs of model and device, tell nothing: six pairs are the fewest that Wilcoxon's test can be sure of at 5 %. */
const FEWEST_CONFIGURATIONS = 30
const FEWEST_PAIRS = 6
/** From here on a share of the pairs is set aside for a last test. */
const TEST_FROM = { configurations: 200, pairs: 20 }
const TEST_SHARE = 0.15
/** Folds over pairs, which decide, and over devices, which only tell. */
const FOLDS = { pairs: 5, devices: 3 }
/** Where each step begins, as a share of the time. */
const STEPS = { prior: 0, folds: 0.15, devices: 0.6, test: 0.8, final: 0.85, importance: 0.9, done: 1 }

/**
 * Trains a correction of the prior on measurements, given oldest first, and judges it against what serves now by cross-validation over pairs of model and device.
 *
 * @throws BenchcastError `invalid_data` when there are too few measurements, `task_cancelled` when the signal says so.
 * @example trainCorrection(measured, { prior, seed: 1, madeAt: now }).reason // 'On 24 held-out pairs of model and device its typical error is 9.1 %, ...'
 */
export function trainCorrection(measured: readonly MeasuredWorkload[], options: TrainingOptions): TrainingResult {
  const { prior, seed } = options
  const report = reporter(options)
  const configurations = configurationsOf(measured)
  refuseFew(configurations)
  report('prior', `Asking the shipped predictor about ${configurations.length} different configurations`)
  const table = trainingTable(configurations, prior)
  const { rows, testRows } = setAside(configurations, seed)
  const champion = options.champion?.priorVersion === prior.version ? options.champion : undefined
  const recipe = recipeFor(configurations.length)
  const plan = { table, prior, recipe, seed, rows, champion: champion && championMaker(table, prior, champion) }
  const rounds = crossValidate({
    ...plan,
    folds: FOLDS.pairs,
    groupOf: (row) => configurations[row]!.pair,
    onFold: (share) => report('folds', 'Comparing predictors on held-out models and devices', share, 'devices'),
  })
  const unseen = leaveDevicesOut(plan, (share) => report('devices', 'Comparing predictors on held-out devices', share, 'test'))
  report('test', 'Testing on measurements that nothing has looked at')
  const test = testRows.length === 0 ? undefined : scoreFold({ ...plan, champion: undefined }, rows, testRows, MOST_SCORED)
  report('final', 'Training on all measurements')
  const final = fitRows(table, [...configurations.keys()], recipe, seed)
  report('importance', 'Weighing the features')
  const importance = importances(table, final, rounds.trees, seed)
  const verdict = judgeRounds(rounds)
  report('done', verdict.reason)
  return {
    correction: writeCorrection({ table, recipe, final, heldOut: rounds.challenger, measurements: measured.length, options }),
    features: final.ensemble.featureNames,
    scores: { training: trainingScore(table, final), validation: rSquared(rounds.challenger), test: test ? rSquared(test.challenger) : null },
    champion: { validation: rSquared(champion ? rounds.champion : rounds.prior) },
    losses: { ...lossesOf(rounds), champion: champion ? lossOf(rounds.champion) : null },
    unseenDevices: unseen && lossesOf(unseen),
    importance,
    ...verdict,
  }
}

type Step = keyof typeof STEPS

/** Says how far the training is: at a step, or `share` of the way from it to the next; stops when the signal says so. */
function reporter({ onProgress, signal }: TrainingOptions) {
  return (step: Step, message: string, share = 0, next: Step = step): void => {
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
function setAside(configurations: readonly Configuration[], seed: number): { readonly rows: readonly number[]; readonly testRows: readonly number[] } {
  const pairs = [...new Set(configurations.map(({ pair }) => pair))].sort()
  const isEnough = configurations.length >= TEST_FROM.configurations && pairs.length >= TEST_FROM.pairs
  const testPairs = new Set(isEnough ? shuffled(pairs, seed).slice(0, Math.round(TEST_SHARE * pairs.length)) : [])
  const { rows = [], testRows = [] } = Object.groupBy(configurations.keys(), (row) => (testPairs.has(configurations[row]!.pair) ? 'testRows' : 'rows'))
  return { rows, testRows }
}

function leaveDevicesOut(plan: { readonly table: TrainingTable } & Parameters<typeof scoreFold>[0] & { readonly rows: readonly number[] }, onFold: (share: number) => void): Rounds | null {
  const groupOf = (row: number) => plan.table.configurations[row]!.device
  return new Set(plan.rows.map(groupOf)).size < 2 ? null : crossValidate({ ...plan, champion: undefined, folds: FOLDS.devices, groupOf, onFold })
}

const lossOf = (heldOut: Rounds['prior']): number => mean(pairLosses(heldOut))

const lossesOf = ({ prior, challenger }: Rounds) => ({ prior: lossOf(prior), challenger: lossOf(challenger) })

function judgeRounds({ prior, challenger, champion }: Rounds) {
  const contender = (title: string, heldOut: Rounds['prior']): Contender[] => (heldOut.length === 0 ? [] : [{ title, losses: pairLosses(heldOut) }])
  const incumbents = [...contender('the shipped predictor with calibration', prior), ...contender('the trained predictor that serves', champion)]
  return judge(contender('the new predictor', challenger)[0]!, incumbents)
}
