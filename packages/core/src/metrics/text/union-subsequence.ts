import { BenchcastError } from '../../errors.ts'
import type { Ids } from './encoded-rows.ts'

/** Cells of the table of two lines: 128 MiB of bits, some seconds. */
const MOST_CELLS = 2 ** 30

/**
 * ROUGE-Lsum's hits: for each line of the reference, its positions in a longest common subsequence with any line of the text,
 * each token counted no more often than either side holds it. Ties between equally long subsequences fall as in rouge_score.
 * Throws `invalid_data` for two lines with more than 2^30 pairs of words.
 */
export function unionHits(referenceLines: readonly Ids[], lines: readonly Ids[]): number {
  const left = counts(lines.flat())
  const leftInReference = counts(referenceLines.flat())
  let hits = 0
  for (const line of referenceLines) {
    for (const token of unionTokens(line, lines)) {
      const here = left.get(token) ?? 0
      const there = leftInReference.get(token) ?? 0
      if (here === 0 || there === 0) continue
      hits++
      left.set(token, here - 1)
      leftInReference.set(token, there - 1)
    }
  }
  return hits
}

function counts(ids: Ids): Map<number, number> {
  const map = new Map<number, number>()
  for (const id of ids) map.set(id, (map.get(id) ?? 0) + 1)
  return map
}

/** Tokens of `reference`, in order, that lie in its longest common subsequence with one of `lines`. */
function unionTokens(reference: Ids, lines: readonly Ids[]): Ids {
  const marked = new Uint8Array(reference.length)
  for (const line of lines) markSubsequence(reference, line, marked)
  return reference.filter((_, i) => marked[i] === 1)
}

function markSubsequence(a: Ids, b: Ids, marked: Uint8Array): void {
  const stepsInB = backwardSteps(a, b)
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    const cell = (i - 1) * b.length + j - 1
    if (a[i - 1] === b[j - 1]) {
      marked[--i] = 1
      j--
    } else if ((stepsInB[cell >>> 3]! >>> (cell & 7)) & 1) j--
    else i--
  }
}

/** One bit per cell, |a| x |b|: whether the way back goes along `b`, since leaving out its last token keeps a longer subsequence than leaving out that of `a`. */
function backwardSteps(a: Ids, b: Ids): Uint8Array {
  const cells = a.length * b.length
  if (cells > MOST_CELLS)
    throw new BenchcastError('invalid_data', `ROUGE-Lsum cannot compare lines of ${a.length} and ${b.length} words: break them into shorter lines, or leave rougeLsum out of metrics.`)
  const steps = new Uint8Array((cells + 7) >>> 3)
  const lengths = new Int32Array(b.length + 1)
  for (let i = 0, cell = 0; i < a.length; i++) {
    for (let j = 0, corner = 0; j < b.length; j++, cell++) {
      const [up, left] = [lengths[j + 1]!, lengths[j]!]
      lengths[j + 1] = a[i] === b[j] ? corner + 1 : Math.max(up, left)
      if (left > up) steps[cell >>> 3]! |= 1 << (cell & 7)
      corner = up
    }
  }
  return steps
}
