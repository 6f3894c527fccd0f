import type { Statistic } from '../metric.ts'

/** What the metrics over posted token log-probabilities share. */
export const LOG_PROB_FACTS = {
  category: 'text',
  input: 'token_log_probs',
  tasks: ['text_generation'],
  better: 'lower',
  unit: '',
  version: 1,
  params: [],
  symmetric: false,
  perfect: null,
  weighted: false,
} as const

/** State: sum of log-probabilities, tokens, bytes. */
export const logProbSum: Statistic<'token_log_probs'> = {
  id: 'log_prob_sum',
  size: () => 3,
  update: (state, { values, offsets, bytes }, _params, from, to) => {
    for (let k = offsets[from]!; k < offsets[to]!; k++) state[0]! += values[k]!
    state[1]! += offsets[to]! - offsets[from]!
    if (bytes) for (let row = from; row < to; row++) state[2]! += bytes[row]!
  },
}
