import type { RunDocument } from '../api/index.ts'
import { friedman, nemenyiCriticalDifference } from '../stats/index.ts'
import type { RunInput } from './run-input.ts'

const MAX_ROWS = 10_000
const MAX_MODELS = 20

/** Friedman test over what each model scores on each row (right or wrong, absolute error), with the Nemenyi critical difference; three or more models. */
export function friedmanTest(input: RunInput): RunDocument['comparison_results']['friedman'] {
  const { models, n, confidence, compare } = input
  if (!compare || models.length < 3 || models.length > MAX_MODELS || n < 2 || n > MAX_ROWS) return undefined
  const scores = models.map(({ inputs }) => rowScores(inputs))
  if (scores.some((score) => score === undefined)) return undefined
  const { statistic, pValue, averageRanks } = friedman(scores as Float64Array[])
  if (!Number.isFinite(statistic) || !Number.isFinite(pValue)) return undefined
  return {
    statistic,
    p_value: pValue,
    critical_difference: nemenyiCriticalDifference(models.length, n, confidence?.level ?? 0.95),
    average_ranks: Object.fromEntries(models.map(({ id }, i) => [id, averageRanks[i]!])),
  }
}

/** Higher is better. */
function rowScores({ labels, numbers }: RunInput['models'][number]['inputs']): Float64Array | undefined {
  if (labels) return Float64Array.from(labels.truth, (truth, i) => (truth === labels.predicted[i] ? 1 : 0))
  if (numbers) return numbers.truth.map((truth, i) => -Math.abs(truth - numbers.predicted[i]!))
  return undefined
}
