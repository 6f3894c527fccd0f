import type { ElementType, Shape, Tensor } from './graph.ts'

/** Bytes of one element as stored; two 4-bit elements share a byte. */
export const ELEMENT_BYTES: Readonly<Record<ElementType, number>> = {
  float32: 4,
  float16: 2,
  bfloat16: 2,
  float8: 1,
  float4: 0.5,
  int64: 8,
  int32: 4,
  int8: 1,
  uint8: 1,
  int4: 0.5,
  bool: 1,
}

/** What is stored how: `matrices` are weights of two or more dimensions, `vectors` the others (biases, norms). */
interface PrecisionFacts {
  readonly matrices: ElementType
  readonly vectors: ElementType
  readonly activations: ElementType
}

/**
 * Number formats a model runs in. A quantised type stands for storage and arithmetic: the graph has no QuantizeLinear and DequantizeLinear nodes. Whoever writes the graph
 * for a runtime adds them where the types of an operator's inputs differ (weight-only formats), or quantises the fp32 graph (int8).
 */
export const PRECISIONS = {
  fp32: { matrices: 'float32', vectors: 'float32', activations: 'float32' },
  fp16: { matrices: 'float16', vectors: 'float16', activations: 'float16' },
  bf16: { matrices: 'bfloat16', vectors: 'bfloat16', activations: 'bfloat16' },
  fp8: { matrices: 'float8', vectors: 'float16', activations: 'float16' },
  fp4: { matrices: 'float4', vectors: 'float16', activations: 'float16' },
  int8: { matrices: 'int8', vectors: 'float32', activations: 'int8' },
  w8a16: { matrices: 'int8', vectors: 'float16', activations: 'float16' },
  int4: { matrices: 'int4', vectors: 'float16', activations: 'float16' },
} as const satisfies Record<string, PrecisionFacts>
export type Precision = keyof typeof PRECISIONS

/** Number of elements; 1 for a scalar. */
export function elementsOf(shape: Shape): number {
  let product = 1
  for (let i = 0; i < shape.length; i++) product *= shape[i]!
  return product
}

/** Bytes of a tensor as stored. */
export const bytesOf = (tensor: Tensor): number => elementsOf(tensor.shape) * ELEMENT_BYTES[tensor.type]
