import { fewestRows } from '../classification/distinct-rows.ts'
import type { Probabilities } from '../inputs.ts'
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
    const stretch = fewestRows(input, from, to)
    forBlocks([stretch.input.truth], stretch.from, stretch.to, ([codes], start, rows) => addRows(state, stretch.input, edges, codes, start, rows))
  },
}

function addRows(state: Float64Array, { positive, values, columns, weights }: Probabilities, edges: Float64Array, codes: Uint32Array, start: number, rows: number): void {
  const bins = edges.length - 1
  const binary = columns <= 2 && positive >= 0
  for (let i = 0; i < rows; i++) {
    const first = (start + i) * columns
    const top = binary ? positive : topClass(values, columns, first)
    const confidence = columns === 1 ? values[first]! : values[first + top]!
    const bin = binOf(confidence, edges)
    const w = weights === null ? 1 : weights[start + i]!
    state[bin]! += w
    state[bins + bin]! += w * confidence
    state[2 * bins + bin]! += binary ? w * (1 - (codes[i]! ^ top)) : codes[i] === top ? w : 0
  }
}

/** The last bin whose lower edge is not above the confidence; scaling gets within one of it, whatever the rounding. */
function binOf(confidence: number, edges: Float64Array): number {
  const last = edges.length - 2
  const scaled = confidence * last
  const guess = scaled > 0 ? (scaled < last ? scaled | 0 : last) : 0
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
