/** Longer ones get a buffer of their own. */
const SHORT = 256
const BLOCK = 2048

let block = new Float64Array(BLOCK)
let used = 0

/**
 * So many zeros. Short lists are views of a common block, since making a buffer takes the engine a microsecond, and so does the first
 * view of a list that began without one: more than small samples take for the arithmetic. Do not hand their buffer to another thread.
 */
export function zeros(length: number): Float64Array {
  if (length > SHORT) return new Float64Array(length)
  if (used + length > BLOCK) {
    block = new Float64Array(BLOCK)
    used = 0
  }
  used += length
  return block.subarray(used - length, used)
}
