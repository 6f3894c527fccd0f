import { withDeltaMethod } from '../delta-method.ts'
import { additiveMetric } from '../metric.ts'
import { LOG_PROB_FACTS, logProbSum } from './log-probs.ts'

/** Bits the model needs per byte of text: 8 tokens of probability 1/2 for 8 bytes give 1. */
export const bitsPerByte = additiveMetric({
  ...LOG_PROB_FACTS,
  id: 'bits_per_byte',
  title: 'Bits per byte',
  unit: 'bit/B',
  range: [0, Number.POSITIVE_INFINITY],
  definition: '-sum of natural log-probabilities / ln 2 / UTF-8 bytes of the texts (the first reference of each). Comparable between tokenisers.',
  reference: 'Definition (Gao et al., 2020, The Pile), numpy 2.4',
  ...withDeltaMethod({
    statistic: logProbSum,
    value: ([sum, tokens, bytes], input) => {
      if (tokens === 0) return 'log_probs_missing'
      if (input.bytes === null) return 'texts_missing'
      return bytes === 0 ? 'no_text' : Math.max(0, -sum!) / Math.LN2 / bytes!
    },
  }),
})
