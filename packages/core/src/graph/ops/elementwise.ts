import type { ElementType, Shape } from '../graph.ts'
import { broadcast } from './broadcast.ts'
import { type Inputs, type Operator, shapeOf } from './operator.ts'

const sameShape = (name: string) => (inputs: Inputs) => [shapeOf(inputs, 0, name)]

const allBroadcast = (name: string) => (inputs: Inputs) => {
  let shape: Shape = shapeOf(inputs, 0, name)
  for (let i = 1; i < inputs.length; i++) shape = broadcast(shape, shapeOf(inputs, i, name), name)
  return [shape]
}

function unary(name: string, flopsPerElement: number, keeps?: 'inputs' | 'outputs'): Operator {
  return { name, class: 'elementwise', shapes: sameShape(name), flopsPerElement, ...(keeps && { keeps }) }
}

function binary(name: string, flopsPerElement: number, keeps?: 'inputs'): Operator {
  return { name, class: 'elementwise', shapes: allBroadcast(name), flopsPerElement, ...(keeps && { keeps }) }
}

/** Comparisons and logic give bool and count no floating-point operation. */
const logical = (name: string): Operator => ({ name, class: 'elementwise', shapes: allBroadcast(name), types: () => ['bool'] })

/** One result element from one element of each input. The count of a composed function is that of its usual formula. */
export const elementwise: readonly Operator[] = [
  unary('Abs', 1, 'inputs'),
  unary('Ceil', 1),
  unary('Clip', 2, 'inputs'),
  unary('Cos', 1, 'inputs'),
  unary('Elu', 3, 'inputs'),
  unary('Erf', 1, 'inputs'),
  unary('Exp', 1, 'outputs'),
  unary('Floor', 1),
  /** x / 2 (1 + erf(x / sqrt 2)); with a tanh, 8 and in practice the same speed. */
  unary('Gelu', 5, 'inputs'),
  unary('HardSigmoid', 4, 'inputs'),
  unary('HardSwish', 5, 'inputs'),
  unary('LeakyRelu', 2, 'inputs'),
  unary('Log', 1, 'inputs'),
  unary('Mish', 5, 'inputs'),
  unary('Neg', 1),
  unary('Reciprocal', 1, 'outputs'),
  unary('Relu', 1, 'outputs'),
  /** 1 / (1 + exp(-x)). */
  unary('Sigmoid', 4, 'outputs'),
  unary('Sin', 1, 'inputs'),
  unary('Softplus', 3, 'inputs'),
  unary('Sqrt', 1, 'outputs'),
  unary('Tanh', 1, 'outputs'),
  unary('Not', 0),
  { name: 'Cast', class: 'elementwise', shapes: sameShape('Cast'), types: (_inputs, attributes) => [attributes.to as ElementType] },
  binary('Add', 1),
  binary('Sub', 1),
  binary('Mul', 1, 'inputs'),
  binary('Div', 1, 'inputs'),
  binary('Pow', 1, 'inputs'),
  binary('PRelu', 2, 'inputs'),
  binary('Min', 1, 'inputs'),
  binary('Max', 1, 'inputs'),
  logical('Equal'),
  logical('Less'),
  logical('LessOrEqual'),
  logical('Greater'),
  logical('GreaterOrEqual'),
  logical('And'),
  logical('Or'),
  { name: 'Where', class: 'elementwise', shapes: allBroadcast('Where'), types: (inputs) => [inputs[1]!.type] },
]
