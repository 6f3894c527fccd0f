import type { OutputTensor } from '../runner/protocol.ts'

/** Values of a floating-point output; undefined for other types. */
export function floats({ type, bytes }: OutputTensor): Float64Array | undefined {
  const { buffer } = bytes.slice()
  if (type === 'float32') return Float64Array.from(new Float32Array(buffer))
  if (type === 'float16') return Float64Array.from(new Uint16Array(buffer), fromHalf)
  return undefined
}

/** IEEE 754 half precision as a number. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const mantissa = bits & 1023
  if (exponent === 31) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (exponent === 0 ? mantissa * 2 ** -24 : (1 + mantissa / 1024) * 2 ** (exponent - 15))
}

/** Root of the summed squared differences over that of the reference: 0 is equal. */
export function relativeDifference(values: Float64Array, reference: Float64Array): number {
  let [differences, squares] = [0, 0]
  for (let i = 0; i < reference.length; i++) {
    differences += (values[i]! - reference[i]!) ** 2
    squares += reference[i]! ** 2
  }
  return Math.sqrt(differences / Math.max(squares, Number.MIN_VALUE))
}

/** The largest relative difference over the floating-point outputs that both have, by position. */
export function largestDifference(outputs: readonly OutputTensor[], reference: readonly OutputTensor[]): number {
  const differences = outputs.map((output, index) => {
    const [a, b] = [floats(output), floats(reference[index]!)]
    return a === undefined || b === undefined ? 0 : relativeDifference(a, b)
  })
  return Math.max(0, ...differences)
}
