import type { Ids } from './encoded-rows.ts'
import { equalEnds } from './equal-ends.ts'
import { MASKS } from './symbol-masks.ts'

/**
 * Length of the longest common subsequence: `commonSubsequenceLength([1, 2, 3], [1, 3])` is 2.
 * Bit-parallel (Hyyrö, 2004): 32 positions of `a` at a time, one carry bit per position of `b` between them;
 * equal ends are skipped. Time is |a| |b| / 32, memory |b|.
 */
export function commonSubsequenceLength(a: Ids, b: Ids): number {
  const [start, end] = equalEnds(a, b)
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  const carries = left.length > 32 ? new Uint8Array(right.length) : NO_CARRIES
  let length = start + end
  for (let from = 0; from < left.length; from += 32) length += matchedInBlock(left, from, Math.min(32, left.length - from), right, carries)
  return length
}

const NO_CARRIES = new Uint8Array(0)

function matchedInBlock(a: Ids, from: number, size: number, b: Ids, carries: Uint8Array): number {
  const masks = MASKS.set(a, from, size, b)
  const carried = carries.length > 0
  let v = -1
  for (let j = 0; j < b.length; j++) {
    const u = v & masks[b[j]!]!
    const sum = (v >>> 0) + (u >>> 0) + (carried ? carries[j]! : 0)
    if (carried) carries[j] = sum > 0xffffffff ? 1 : 0
    v = sum | (v & ~u)
  }
  MASKS.clear(a, from, size)
  return bitCount(~v & (size === 32 ? -1 : (1 << size) - 1))
}

/** Ones among 32 bits. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
