import type { Ids } from './encoded-rows.ts'

/** How many tokens two texts share at the start, and at the end after those: an alignment may keep both. */
export function equalEnds(a: Ids, b: Ids): [start: number, end: number] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return [start, end]
}
