import { elementsOf } from '../element-type.ts'
import type { Attributes, Shape } from '../graph.ts'
import { windowShape } from './convolution.ts'
import { axisOf, type Inputs, numberOf, numbersOf, type Operator, refuse, shapeOf, shown, valuesOf } from './operator.ts'

/** Axes given as a constant second input are folded into one (keepdims 1) or dropped (0). */
function reduce(name: string): Operator {
  const shapes = (inputs: Inputs, attributes: Attributes) => {
    const shape = shapeOf(inputs, 0, name)
    const axes = new Set(valuesOf(inputs, 1, name).map((axis) => axisOf(axis, shape.length, name)))
    return [fold(shape, (axis) => axes.has(axis), attributes)]
  }
  return { name, class: 'reduction', shapes, flopsPerElement: 1 }
}

function fold(shape: Shape, isFolded: (axis: number) => boolean, attributes: Attributes): Shape {
  if (numberOf(attributes, 'keepdims', 1) === 1) return shape.map((size, axis) => (isFolded(axis) ? 1 : size))
  return shape.filter((_size, axis) => !isFolded(axis))
}

const argMax: Operator = {
  name: 'ArgMax',
  class: 'reduction',
  shapes: (inputs, attributes) => {
    const shape = shapeOf(inputs, 0, 'ArgMax')
    const axis = axisOf(numberOf(attributes, 'axis', 0), shape.length, 'ArgMax')
    return [fold(shape, (i) => i === axis, attributes)]
  },
  types: () => ['int64'],
}

/** The k largest along an axis: values and indices. Comparisons count no floating-point operation. */
const topK: Operator = {
  name: 'TopK',
  class: 'reduction',
  shapes: (inputs, attributes) => {
    const shape = shapeOf(inputs, 0, 'TopK')
    const k = valuesOf(inputs, 1, 'TopK')[0]!
    const axis = axisOf(numberOf(attributes, 'axis', -1), shape.length, 'TopK')
    if (k > shape[axis]!) refuse('TopK', `${k} of ${shape[axis]} cannot be chosen`)
    const chosen = shape.with(axis, k)
    return [chosen, chosen]
  },
  types: (inputs) => [inputs[0]!.type, 'int64'],
  keeps: 'outputs',
}

/** One operation per element of a window. */
function pool(name: string, keeps?: 'inputs'): Operator {
  return {
    name,
    class: 'reduction',
    shapes: (inputs, attributes) => {
      const shape = shapeOf(inputs, 0, name)
      const kernel = numbersOf(attributes, 'kernel_shape') ?? refuse(name, 'kernel_shape is missing')
      if (shape.length !== kernel.length + 2) refuse(name, `a window of ${shown(kernel)} does not fit ${shown(shape)}`)
      return [[shape[0]!, shape[1]!, ...windowShape(shape.slice(2), kernel, attributes, name)]]
    },
    flopsPerElement: 1,
    ...(keeps && { keeps }),
  }
}

const globalAveragePool: Operator = {
  name: 'GlobalAveragePool',
  class: 'reduction',
  shapes: (inputs) => {
    const shape = shapeOf(inputs, 0, 'GlobalAveragePool')
    return elementsOf(shape) > 0 ? [shape.map((size, axis) => (axis < 2 ? size : 1))] : refuse('GlobalAveragePool', 'the input is empty')
  },
  flopsPerElement: 1,
}

/** Operators that fold many elements into few. */
export const reductions: readonly Operator[] = [
  reduce('ReduceMean'),
  reduce('ReduceSum'),
  { ...reduce('ReduceMax'), keeps: 'inputs' },
  { ...reduce('ReduceL2'), flopsPerElement: 2, keeps: 'inputs' },
  argMax,
  topK,
  pool('MaxPool', 'inputs'),
  pool('AveragePool'),
  globalAveragePool,
]
