import type { Ids } from './encoded-rows.ts'

/**
 * ROUGE-Lsum's hits: for each line of the reference, its positions in a longest common subsequence with any line of the text,
 * each token counted no more often than either side holds it. Ties between equally long subsequences fall as in rouge_score.
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
  const width = b.length + 1
  const table = lengthTable(a, b)
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    if (a[i - 1] === b[j - 1]) {
      marked[--i] = 1
      j--
    } else if (table[i * width + j - 1]! > table[(i - 1) * width + j]!) j--
    else i--
  }
}

/** Lengths of the longest common subsequences of all prefixes, row-major, (|a| + 1) x (|b| + 1). */
function lengthTable(a: Ids, b: Ids): Int32Array {
  const width = b.length + 1
  const table = new Int32Array((a.length + 1) * width)
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1, at = i * width + 1; j <= b.length; j++, at++) {
      table[at] = a[i - 1] === b[j - 1] ? table[at - width - 1]! + 1 : Math.max(table[at - width]!, table[at - 1]!)
    }
  }
  return table
}
