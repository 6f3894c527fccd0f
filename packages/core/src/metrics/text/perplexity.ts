import { withDeltaMethod } from '../delta-method.ts'
import { additiveMetric } from '../metric.ts'
import { LOG_PROB_FACTS, logProbSum } from './log-probs.ts'

/** exp of the mean negative log-probability of a token: tokens of probability 1/2 each give 2. */
export const perplexity = additiveMetric({
  ...LOG_PROB_FACTS,
  id: 'perplexity',
  title: 'Perplexity',
  range: [1, Number.POSITIVE_INFINITY],
  definition: 'exp(-sum of natural log-probabilities / number of tokens), over all tokens of all texts. Comparable only between models with the same tokeniser.',
  reference: 'Definition (Jelinek et al., 1977), numpy 2.4',
  ...withDeltaMethod({
    statistic: logProbSum,
    value: ([sum, tokens]) => {
      if (tokens === 0) return 'log_probs_missing'
      const value = Math.exp(-sum! / tokens!)
      return Number.isFinite(value) ? value : 'overflow'
    },
  }),
})
