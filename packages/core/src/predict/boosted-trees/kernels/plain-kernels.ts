import { WEIGHT_STEP } from '../packed-sums.ts'
import { BIN_BYTES, type Kernels, PAIR_BYTES } from './kernels.ts'

const BIN_DOUBLES = BIN_BYTES / 8

/** The kernels in plain terms: what they mean, and what runs where WebAssembly does not. */
export function plainKernels(buffer: ArrayBufferLike): Kernels {
  const [bytes, integers, doubles] = [new Uint8Array(buffer), new Int32Array(buffer), new Float64Array(buffer)]

  function packSlopes(slope: number, end: number, scale: number, weight: number, packed: number): void {
    for (let i = 0; i < (end - slope) / 8; i++) doubles[packed / 8 + i] = doubles[weight / 8 + i]! + Math.round(doubles[slope / 8 + i]! * scale)
  }

  function addRows(columns: number, histogram: number, bins: number, packed: number, row: number, end: number): void {
    for (let at = row / 4; at < end / 4; at++) {
      const sum = doubles[packed / 8 + integers[at]!]!
      const start = bins + integers[at]! * columns
      for (let column = 0; column < columns; column++) doubles[(histogram + (column >> 1) * PAIR_BYTES) / 8 + (column & 1) + bytes[start + column]! * BIN_DOUBLES]! += sum
    }
  }

  function subtract(whole: number, part: number, size: number): void {
    for (let i = 0; i < size / 8; i++) doubles[whole / 8 + i]! -= doubles[part / 8 + i]!
  }

  const scanPair: Kernels['scanPair'] = (pair, first, end, totalWeight, totalSlope, lambda, minWeight, minGain, out) => {
    let found = 0
    for (const lane of [0, 1]) {
      let [bestGain, bestPlace, bestLeft, left] = [minGain, 0, 0, 0]
      for (let place = first; place < end; place++) {
        const sum = doubles[pair / 8 + place * BIN_DOUBLES + lane]!
        left += sum
        const weight = Math.floor(left * WEIGHT_STEP + 0.5)
        if (weight < minWeight || weight > totalWeight - minWeight) continue
        const slope = left - weight / WEIGHT_STEP
        const otherSlope = totalSlope - slope
        const bottom = weight + lambda
        const otherBottom = totalWeight - weight + lambda
        const top = slope * slope * otherBottom + otherSlope * otherSlope * bottom
        if (top <= bestGain * bottom * otherBottom || sum === 0) continue
        ;[bestGain, bestPlace, bestLeft, found] = [top / (bottom * otherBottom), place, left, 1]
      }
      doubles[out / 8 + lane] = bestPlace
      doubles[out / 8 + 2 + lane] = bestLeft
    }
    return found
  }

  function partition(row: number, end: number, column: number, isLeft: number, moved: number): number {
    let left = row / 4
    let right = moved / 4
    for (let at = row / 4; at < end / 4; at++) {
      const index = integers[at]!
      if (bytes[isLeft + bytes[column + index]!] === 1) integers[left++] = index
      else integers[right++] = index
    }
    integers.copyWithin(left, moved / 4, right)
    return left * 4
  }

  return { packSlopes, addRows, subtract, scanPair, partition }
}
