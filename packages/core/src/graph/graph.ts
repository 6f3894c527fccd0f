/** Element types of tensors in a graph. `int4` and `float4` are two to a byte. */
export type ElementType = 'float32' | 'float16' | 'bfloat16' | 'float8' | 'float4' | 'int64' | 'int32' | 'int8' | 'uint8' | 'int4' | 'bool'

/** Dimensions of a tensor, outermost first; [] is a scalar. */
export type Shape = readonly number[]

/** A tensor: every dimension is a number, since a graph is built for one batch and one size. */
export interface Tensor {
  readonly name: string
  readonly type: ElementType
  readonly shape: Shape
  /**
   * `input`: fed by the caller; `weight`: learnt, its values come from a seed; `constant`: `values` are part of the architecture (shapes, scales); `activation`: computed;
   * `buffer`: like a weight, but not learnt and not a parameter (running statistics, sinusoids);
   * `cache`: keys and values that are fed by one step and handed to the next.
   */
  readonly role: 'input' | 'weight' | 'constant' | 'activation' | 'buffer' | 'cache'
  /** Values of a constant, row-major. */
  readonly values?: readonly number[]
  /** Of a quantised weight: the tensor it stands for, and which part of the quantised form this is. */
  readonly quantised?: { readonly from: Tensor; readonly part: 'int8' | 'int8_scale' | 'int4' | 'int4_scales' }
}

export type AttributeValue = number | string | readonly number[]
export type Attributes = Readonly<Record<string, AttributeValue>>

/** One operator, by its ONNX name (`MatMul`, `Conv`, `Softmax` ...) so that a graph can be both costed and run. An input that is left out is ''. */
export interface GraphNode {
  readonly operator: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: Attributes
}

/** The version of the ONNX operator set that nodes are written in. */
export const OPSET = 21

/**
 * Nodes that runtimes know to run as one kernel: from `start` up to (not including) `end`. Groups do not overlap. An `inline` one is so cheap that every kernel that reads its
 * result makes it anew (a causal mask).
 */
export interface FusibleGroup {
  readonly name: string
  readonly inline: boolean
  readonly start: number
  readonly end: number
}

/** A model at one batch and one size, as operators in the order they run. */
export interface Graph {
  readonly name: string
  readonly nodes: readonly GraphNode[]
  readonly tensors: ReadonlyMap<string, Tensor>
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly fusible: readonly FusibleGroup[]
}

/** What running a graph once costs. A multiply-add counts as one MAC and two FLOPs. */
export interface GraphCost {
  /** Multiply-accumulates of matrix products and convolutions, the whole batch. */
  readonly macs: number
  /** All floating-point operations, the whole batch. */
  readonly flops: number
  readonly parameters: number
  /** Bytes of the weights in their element types. */
  readonly weightBytes: number
  /** Elements written by all operators that compute, the whole batch (views such as Reshape write none). */
  readonly activations: number
  /** Elements written by matrix products and convolutions alone, the whole batch: what fvcore and timm call activations. */
  readonly matrixActivations: number
  /** Bytes read and written by all operators if nothing stays in cache. */
  readonly memoryTrafficBytes: number
  /** Largest sum of live inputs and activations over the schedule; the key-value cache is `cacheBytes`. */
  readonly peakActivationBytes: number
  /** Keys and values held for the next step. */
  readonly cacheBytes: number
  /** Operators that start a kernel. */
  readonly kernels: number
  /** Compute layers: matrix products and convolutions. */
  readonly layers: number
}
