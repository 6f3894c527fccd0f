import type { Operator } from './operator.ts'
import { type Inputs, refuse, shapeOf } from './operator.ts'

function normalization(name: string, flopsPerElement: number, keeps: 'inputs' | 'outputs' = 'inputs'): Operator {
  return { name, class: 'normalization', shapes: (inputs) => [checked(inputs, name)], flopsPerElement, keeps }
}

function checked(inputs: Inputs, name: string) {
  const shape = shapeOf(inputs, 0, name)
  return shape.length > 0 ? shape : refuse(name, 'a scalar cannot be normalised')
}

/** Operators whose every result depends on a whole row, channel or group, with the shape of their input. */
export const normalizations: readonly Operator[] = [
  /** Scale and shift of every element by itself, since mean and variance are the running ones: they are folded in. */
  { ...normalization('BatchNormalization', 2), class: 'elementwise' },
  /** Mean 1, centring 1, variance 2, scaling 1, scale and shift 2. */
  normalization('LayerNormalization', 7),
  normalization('GroupNormalization', 7),
  normalization('InstanceNormalization', 7),
  normalization('LpNormalization', 3),
  /** Maximum, difference, exp, sum, quotient. */
  normalization('Softmax', 5, 'outputs'),
  normalization('LogSoftmax', 5, 'outputs'),
]
