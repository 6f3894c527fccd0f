import { elementsOf } from '../element-type.ts'
import type { ElementType, Tensor } from '../graph.ts'

/** Numbers of ONNX's TensorProto.DataType. */
export const DATA_TYPES: Readonly<Record<ElementType, number>> = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9, float16: 10, bfloat16: 16, float8: 17, int4: 22, float4: 23 }

const halves = new Float32Array(1)
const halfBits = new Uint32Array(halves.buffer)

/** A number as IEEE 754 half precision, rounded to nearest, ties to even; too large ones become infinity. */
export function toHalf(value: number): number {
  halves[0] = value
  const bits = halfBits[0]!
  const sign = (bits >>> 16) & 0x8000
  const exponent = ((bits >>> 23) & 0xff) - 112
  if (exponent >= 31) return sign | 0x7c00 | ((bits & 0x7fffffff) > 0x7f800000 ? 0x200 : 0)
  const shift = exponent > 0 ? 13 : 14 - exponent
  if (shift > 24) return sign
  const mantissa = exponent > 0 ? bits & 0x7fffff : (bits & 0x7fffff) | 0x800000
  const kept = mantissa >>> shift
  const rest = mantissa & ((1 << shift) - 1)
  const middle = 1 << (shift - 1)
  const up = rest > middle || (rest === middle && (kept & 1) === 1) ? 1 : 0
  return sign + (exponent > 0 ? exponent << 10 : 0) + kept + up
}

/** The upper half of the single-precision bits, rounded to nearest, ties to even. */
export function toBfloat16(value: number): number {
  halves[0] = value
  const bits = halfBits[0]!
  return ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16) & 0xffff
}

/** Makers of the little-endian bytes of values, by element type. */
const ENCODERS: Partial<Record<ElementType, (values: ArrayLike<number>) => ArrayBufferView>> = {
  float32: (values) => Float32Array.from(values),
  float16: (values) => Uint16Array.from(values, toHalf),
  bfloat16: (values) => Uint16Array.from(values, toBfloat16),
  int64: (values) => BigInt64Array.from(Array.from(values, (value) => BigInt(value))),
  int32: (values) => Int32Array.from(values),
  int8: (values) => Int8Array.from(values),
  uint8: (values) => Uint8Array.from(values),
  bool: (values) => Uint8Array.from(values, (value) => (value ? 1 : 0)),
}

/** Whether values of the type can be written for a runtime. Formats of 4 and 8 floating bits stand for costs only. */
export const isWritable = (type: ElementType): boolean => ENCODERS[type] !== undefined

/** Bytes of values as ONNX stores them (`raw_data`). */
export function encodeValues(type: ElementType, values: ArrayLike<number>): Uint8Array {
  const view = ENCODERS[type]!(values)
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}

/** Bytes of a constant: its values, or its single value in every place. */
export const constantBytes = ({ type, shape, values = [] }: Tensor): Uint8Array =>
  encodeValues(type, values.length === elementsOf(shape) ? values : new Array<number>(elementsOf(shape)).fill(values[0] ?? 0))
