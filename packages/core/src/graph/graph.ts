/** Element types of tensors in a graph. `int4` is two to a byte. */
export type ElementType = 'float32' | 'float16' | 'bfloat16' | 'int64' | 'int32' | 'int8' | 'uint8' | 'int4' | 'bool'

/** A tensor: every dimension is a number, since a graph is built for one batch and one size. */
export interface Tensor {
  readonly name: string
  readonly type: ElementType
  readonly shape: readonly number[]
  /** `input`: fed by the caller; `weight`: learnt, its values come from a seed; `constant`: `values` are part of the architecture (shapes, masks, scales); `activation`: computed. */
  readonly role: 'input' | 'weight' | 'constant' | 'activation'
  /** Values of a constant, row-major. */
  readonly values?: readonly number[]
}

export type AttributeValue = number | string | readonly number[]

/** One operator, by its ONNX name (`MatMul`, `Conv`, `Softmax` ...) so that a graph can be both costed and run. */
export interface GraphNode {
  readonly operator: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
}

/** A model at one batch and one size, as operators in the order they run. */
export interface Graph {
  readonly name: string
  readonly nodes: readonly GraphNode[]
  readonly tensors: ReadonlyMap<string, Tensor>
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
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
  /** Bytes read and written by all operators if nothing stays in cache. */
  readonly memoryTrafficBytes: number
  /** Largest sum of live activations over the schedule. */
  readonly peakActivationBytes: number
  /** Operators that start a kernel. */
  readonly kernels: number
  /** Compute layers: matrix products and convolutions. */
  readonly layers: number
}
