import { BenchcastError } from '../../errors.ts'
import type { Attributes, AttributeValue, ElementType, Shape, Tensor } from '../graph.ts'

/**
 * What an operator is to a machine: `matrix` (products and convolutions), `elementwise`, `reduction`, `normalization`, `movement` (copies without arithmetic), `view` (the same
 * bytes under another shape: no kernel, no traffic).
 */
export type OperatorClass = 'matrix' | 'elementwise' | 'reduction' | 'normalization' | 'movement' | 'view'

/** Tensors of a node: inputs in ONNX order, one that is left out is undefined. */
export type Inputs = readonly (Tensor | undefined)[]

/** One ONNX operator: its shape rule and what it costs. Shared code reads these facts; nothing asks for an operator by name. */
export interface Operator {
  /** ONNX name. */
  readonly name: string
  readonly class: OperatorClass
  /** Shapes of the outputs. Throws `invalid_model` when the inputs do not fit. */
  readonly shapes: (inputs: Inputs, attributes: Attributes) => readonly Shape[]
  /** Element types of the outputs, where they are not that of the first input. */
  readonly types?: (inputs: Inputs, attributes: Attributes) => readonly ElementType[]
  /** Floating-point operations per element of the larger of first input and first output, multiply-accumulates aside. A function of the hardware (exp, erf, sqrt) counts one. 0 when absent. */
  readonly flopsPerElement?: number
  /** Multiply-accumulates. */
  readonly macs?: (inputs: Inputs, outputs: readonly Tensor[], attributes: Attributes) => number
  /** True when this node, by its shapes, only selects or renames bytes, though the operator in general copies. */
  readonly isView?: (inputs: Inputs, attributes: Attributes) => boolean
  /** Bytes read and written, where that is not all of the inputs and outputs. */
  readonly traffic?: (inputs: Inputs, outputs: readonly Tensor[]) => number
  /** What the backward pass needs of the forward pass: nothing when absent. */
  readonly keeps?: 'inputs' | 'outputs'
}

export function numbersOf(attributes: Attributes, name: string): readonly number[] | undefined {
  const value: AttributeValue | undefined = attributes[name]
  return typeof value === 'object' ? value : undefined
}

export function numberOf(attributes: Attributes, name: string, otherwise: number): number {
  const value: AttributeValue | undefined = attributes[name]
  return typeof value === 'number' ? value : otherwise
}

/** The values of a constant input, or why there are none. */
export function valuesOf(inputs: Inputs, index: number, operator: string): readonly number[] {
  return inputs[index]?.values ?? refuse(operator, `input ${index + 1} must be a constant`)
}

/** The shape of an input that must be there. */
export function shapeOf(inputs: Inputs, index: number, operator: string): Shape {
  return inputs[index]?.shape ?? refuse(operator, `input ${index + 1} is missing`)
}

/** An axis counted from the front. */
export function axisOf(axis: number, rank: number, operator: string): number {
  const positive = axis < 0 ? axis + rank : axis
  return positive >= 0 && positive < rank ? positive : refuse(operator, `axis ${axis} is not an axis of a tensor with ${rank} dimensions`)
}

export function refuse(operator: string, reason: string): never {
  throw new BenchcastError('invalid_model', `${operator} cannot be built: ${reason}. Check the sizes in the model's configuration against each other.`)
}

/** A shape for people: 2 x 3 x 4. */
export const shown = (shape: Shape): string => (shape.length === 0 ? 'a scalar' : shape.join(' x '))
