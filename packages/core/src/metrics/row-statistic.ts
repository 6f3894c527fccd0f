import type { InputKind, Inputs } from './inputs.ts'
import type { Statistic } from './metric.ts'
import { remembered } from './remembered.ts'

/** What is known of an input's rows so far. */
interface Rows {
  readonly values: Float64Array
  readonly done: Uint8Array
}

/**
 * A statistic that adds one short vector per row. Each row's vector is computed when first asked for and kept as long as the input is,
 * so that value, influence and resamples cost one pass over the data together.
 *
 *     rowStatistic<'texts'>('characters', 1, (row, input, i) => { row[0] = input.hypotheses[i].length })
 *
 * `fill` writes row i's vector into `row`, which holds zeros. The statistic must not depend on parameters.
 */
export function rowStatistic<K extends InputKind>(id: string, size: number, fill: (row: Float64Array, input: NonNullable<Inputs[K]>, i: number) => void): Statistic<K> {
  const cache = new WeakMap<NonNullable<Inputs[K]>, Rows>()
  return {
    id,
    size: () => size,
    update: (state, input, _params, from, to) => {
      if (input === null) return
      const { values, done } = remembered(cache, input, () => ({ values: new Float64Array(input.n * size), done: new Uint8Array(input.n) }))
      for (let i = from; i < to; i++) {
        if (done[i] === 0) fill(values.subarray(i * size, (i + 1) * size), input, i)
        done[i] = 1
        for (let k = 0; k < size; k++) state[k]! += values[i * size + k]!
      }
    },
  }
}
