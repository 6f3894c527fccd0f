import { elementsOf } from '../element-type.ts'
import type { Shape } from '../graph.ts'
import { broadcast } from './broadcast.ts'
import { numberOf, type Operator, refuse, shapeOf, shown } from './operator.ts'

function productShape(a: Shape, b: Shape): Shape {
  if (a.length < 2 || b.length < 2) refuse('MatMul', `it needs matrices, not ${shown(a)} and ${shown(b)}`)
  if (a.at(-1) !== b.at(-2)) refuse('MatMul', `rows of ${shown(a)} do not fit columns of ${shown(b)}`)
  const batch = b.length === 2 ? a.slice(0, -2) : broadcast(a.slice(0, -2), b.slice(0, -2), 'MatMul')
  return [...batch, a.at(-2)!, b.at(-1)!]
}

/** Product of (stacks of) matrices; macs = elements of the result x inner dimension. */
export const matMul: Operator = {
  name: 'MatMul',
  class: 'matrix',
  shapes: (inputs) => [productShape(shapeOf(inputs, 0, 'MatMul'), shapeOf(inputs, 1, 'MatMul'))],
  macs: ([a], [out]) => elementsOf(out!.shape) * a!.shape.at(-1)!,
  keeps: 'inputs',
}

/** Product of two matrices plus a bias; the bias counts one operation an element. */
export const gemm: Operator = {
  name: 'Gemm',
  class: 'matrix',
  shapes: (inputs, attributes) => {
    const a = shapeOf(inputs, 0, 'Gemm')
    const b = shapeOf(inputs, 1, 'Gemm')
    const left = numberOf(attributes, 'transA', 0) === 0 ? a : a.toReversed()
    const right = numberOf(attributes, 'transB', 0) === 0 ? b : b.toReversed()
    if (a.length !== 2 || b.length !== 2) refuse('Gemm', `it needs two matrices, not ${shown(a)} and ${shown(b)}`)
    return [productShape(left, right)]
  },
  flopsPerElement: 1,
  macs: ([a], [out], attributes) => elementsOf(out!.shape) * a!.shape[numberOf(attributes, 'transA', 0) === 0 ? 1 : 0]!,
  keeps: 'inputs',
}
