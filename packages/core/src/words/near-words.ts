/** Edits that turn one word into another: letters put in, left out or replaced. */
export function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

/** Longer words are compared by their beginnings. */
const LONGEST = 64

/**
 * Up to `count` of `words` that are spelt most like `word`, best first: those that begin alike, then those that few edits lead to. None when nothing is like it.
 *
 * @example nearWords('lama', ['llama', 'bert', 'llama4'], 2) // ['llama', 'llama4']
 */
export function nearWords(word: string, words: readonly string[], count = 1): readonly string[] {
  const asked = word.slice(0, LONGEST).toLowerCase()
  if (asked === '') return []
  return words
    .map((each) => ({ each, edits: spellingDistance(asked, each.toLowerCase()) }))
    .filter(({ edits }) => edits <= 0.5)
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, count)
    .map(({ each }) => each)
}

/** Share of letters that differ, 0 to 1; little where one word begins with the other (`qwen2` and `qwen2_vl`). */
function spellingDistance(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short)) return 0.25 * (1 - short.length / long.length)
  return editsBetween(a, b) / long.length
}
