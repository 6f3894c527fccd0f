import type { Ids } from './encoded-rows.ts'
import { equalEnds } from './equal-ends.ts'
import { MASKS } from './symbol-masks.ts'

/**
 * Levenshtein distance (insertions, deletions and substitutions cost 1): `editDistance([1, 2, 3], [1, 4])` is 2.
 * Bit-parallel (Myers, 1999, in blocks as Hyyrö, 2003): 32 positions of `a` at a time, the step between neighbouring
 * positions of `b` kept from block to block. Equal ends are skipped. Time is |a| |b| / 32, memory |b|.
 */
export function editDistance(a: Ids, b: Ids): number {
  const [start, end] = equalEnds(a, b)
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length === 0 || right.length === 0) return left.length + right.length
  const steps = new Int8Array(right.length).fill(1)
  for (let from = 0; from < left.length; from += 32) advanceBlock(left, from, Math.min(32, left.length - from), right, steps)
  return steps.reduce((sum, step) => sum + step, left.length)
}

/** Replaces the horizontal steps above a block of rows by those along its last row. */
function advanceBlock(a: Ids, from: number, size: number, b: Ids, steps: Int8Array): void {
  const masks = MASKS.set(a, from, size, b)
  const last = size - 1
  let positive = -1
  let negative = 0
  for (let j = 0; j < b.length; j++) {
    const step = steps[j]!
    const equal = masks[b[j]!]!
    const vertical = equal | negative
    const seeded = step < 0 ? equal | 1 : equal
    const diagonal = (((seeded & positive) + positive) ^ positive) | seeded
    const up = negative | ~(diagonal | positive)
    const down = positive & diagonal
    steps[j] = ((up >>> last) & 1) - ((down >>> last) & 1)
    const shiftedUp = (up << 1) | (step > 0 ? 1 : 0)
    positive = (down << 1) | (step < 0 ? 1 : 0) | ~(vertical | shiftedUp)
    negative = shiftedUp & vertical
  }
  MASKS.clear(a, from, size)
}
