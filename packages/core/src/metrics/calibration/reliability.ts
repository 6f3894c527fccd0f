import { forBlocks } from '../kernels/index.ts'
import type { Statistic } from '../metric.ts'

/**
 * Rows by confidence, as torchmetrics bins them: bin b of B holds confidences in [b / B, (b + 1) / B), and a confidence
 * of exactly 1 has a bin of its own. State: per bin the weight, then per bin the sum of confidences, then of what came true.
 *
 * Two classes: the confidence is the probability of the positive class, true when the row is positive. More classes (or no
 * positive one): the largest probability, true when its class (the first of equals) is the true one.
 */
export const reliability: Statistic<'probabilities'> = {
  id: 'reliability',
  size: (_, { bins }) => 3 * (bins + 1),
  update(state, input, { bins }, from, to) {
    const edges = Float64Array.from({ length: bins + 2 }, (_, b) => (b <= bins ? b / bins : Number.POSITIVE_INFINITY))
    const { positive, values, columns, weights } = input
    const binary = columns <= 2 && positive >= 0
    const [confidences, outcomes] = [state.subarray(bins + 1), state.subarray(2 * (bins + 1))]
    forBlocks([input.truth], from, to, ([codes], start, rows) => {
      for (let i = 0; i < rows; i++) {
        const first = (start + i) * columns
        const top = binary ? positive : topClass(values, columns, first)
        const confidence = columns === 1 ? values[first]! : values[first + top]!
        const bin = binOf(confidence, edges, bins)
        const w = weights === null ? 1 : weights[start + i]!
        state[bin]! += w
        confidences[bin]! += w * confidence
        outcomes[bin]! += codes[i] === top ? w : 0
      }
    })
  },
}

/** The last bin whose lower edge is not above the confidence; scaling gets within one of it, whatever the rounding. */
function binOf(confidence: number, edges: Float64Array, bins: number): number {
  const guess = Math.min(bins, Math.max(0, Math.floor(confidence * bins)))
  if (confidence < edges[guess]!) return Math.max(0, guess - 1)
  return confidence >= edges[guess + 1]! ? guess + 1 : guess
}

/** The class of the largest of the values from `first` on, the first of equals. */
function topClass(values: Float64Array, columns: number, first: number): number {
  let top = 0
  for (let c = 1; c < columns; c++) if (values[first + c]! > values[first + top]!) top = c
  return top
}

/** One bin: its share of all weight, mean confidence and share that came true (both 0 when empty). */
export interface ReliabilityBin {
  readonly weight: number
  readonly confidence: number
  readonly accuracy: number
}

export function binsOf(state: Float64Array): ReliabilityBin[] {
  const count = state.length / 3
  return Array.from({ length: count }, (_, b) => {
    const weight = state[b]!
    const mean = (sum: number) => (weight === 0 ? 0 : sum / weight)
    return { weight, confidence: mean(state[count + b]!), accuracy: mean(state[2 * count + b]!) }
  })
}
