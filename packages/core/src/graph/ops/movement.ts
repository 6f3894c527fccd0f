import { bytesOf } from '../element-type.ts'
import type { Shape, Tensor } from '../graph.ts'
import { broadcast } from './broadcast.ts'
import { axisOf, type Inputs, numberOf, numbersOf, type Operator, refuse, shapeOf, shown, valuesOf } from './operator.ts'

/** Only what is written is read: selections and fillings. */
const twiceTheOutputs = (_inputs: Inputs, outputs: readonly Tensor[]) => 2 * outputs.reduce((sum, output) => sum + bytesOf(output), 0)

/** Swapping the last two axes is a view, since matrix products read a matrix by rows or by columns, and so is moving an axis of size 1. */
const transpose: Operator = {
  name: 'Transpose',
  class: 'movement',
  shapes: (inputs, attributes) => {
    const shape = shapeOf(inputs, 0, 'Transpose')
    const order = numbersOf(attributes, 'perm') ?? shape.map((_size, i) => shape.length - 1 - i)
    if (order.length !== shape.length || new Set(order).size !== order.length) refuse('Transpose', `${shown(order)} is no order of the axes of ${shown(shape)}`)
    return [order.map((axis) => shape[axisOf(axis, shape.length, 'Transpose')]!)]
  },
  isView: (inputs, attributes) => {
    const order = numbersOf(attributes, 'perm') ?? []
    const moved = order.filter((axis) => inputs[0]!.shape[axis] !== 1)
    return isAscending(moved) || order.every((axis, i) => axis === i || (i >= order.length - 2 && axis >= order.length - 2))
  },
}

const isAscending = (axes: readonly number[]) => axes.every((axis, i) => i === 0 || axes[i - 1]! < axis)

/** Appending to a cache writes the new rows in place and leaves the old ones alone. */
const concat: Operator = {
  name: 'Concat',
  class: 'movement',
  shapes: (inputs, attributes) => {
    const first = shapeOf(inputs, 0, 'Concat')
    const axis = axisOf(numberOf(attributes, 'axis', 0), first.length, 'Concat')
    let size = 0
    for (let i = 0; i < inputs.length; i++) {
      const shape = shapeOf(inputs, i, 'Concat')
      if (shape.length !== first.length || shape.some((n, k) => k !== axis && n !== first[k])) refuse('Concat', `${shown(shape)} does not fit ${shown(first)}`)
      size += shape[axis]!
    }
    return [first.with(axis, size)]
  },
  traffic: (inputs, outputs) => (outputs[0]!.role === 'cache' ? 2 * inputs.reduce((sum, input) => sum + (input!.role === 'cache' ? 0 : bytesOf(input!)), 0) : 2 * bytesOf(outputs[0]!)),
}

const split: Operator = {
  name: 'Split',
  class: 'movement',
  shapes: (inputs, attributes) => {
    const shape = shapeOf(inputs, 0, 'Split')
    const axis = axisOf(numberOf(attributes, 'axis', 0), shape.length, 'Split')
    const sizes = valuesOf(inputs, 1, 'Split')
    if (sizes.reduce((a, b) => a + b, 0) !== shape[axis]) refuse('Split', `parts of ${shown(sizes)} do not make up axis ${axis} of ${shown(shape)}`)
    return sizes.map((size) => shape.with(axis, size))
  },
}

/** Data, starts, ends, axes, steps: all but the first are constants. */
const slice: Operator = {
  name: 'Slice',
  class: 'movement',
  shapes: (inputs) => {
    const shape = [...shapeOf(inputs, 0, 'Slice')]
    const [starts, ends, axes] = [1, 2, 3].map((i) => valuesOf(inputs, i, 'Slice')) as [Shape, Shape, Shape]
    const steps = inputs[4]?.values
    axes.forEach((axis, i) => {
      const at = axisOf(axis, shape.length, 'Slice')
      const size = shape[at]!
      const bound = (position: number) => Math.min(Math.max(position < 0 ? position + size : position, 0), size)
      shape[at] = Math.max(0, Math.ceil((bound(ends[i]!) - bound(starts[i]!)) / (steps?.[i] ?? 1)))
    })
    return [shape]
  },
  traffic: twiceTheOutputs,
}

/** Rows of a table by index. Choosing whole matrices of a stack of weights is a view: grouped matrix products read them where they are. */
const gather: Operator = {
  name: 'Gather',
  class: 'movement',
  shapes: (inputs, attributes) => {
    const data = shapeOf(inputs, 0, 'Gather')
    const axis = axisOf(numberOf(attributes, 'axis', 0), data.length, 'Gather')
    return [[...data.slice(0, axis), ...shapeOf(inputs, 1, 'Gather'), ...data.slice(axis + 1)]]
  },
  isView: ([data]) => data!.role === 'weight' && data!.shape.length > 2,
  traffic: twiceTheOutputs,
  keeps: 'inputs',
}

const gatherElements: Operator = { name: 'GatherElements', class: 'movement', shapes: (inputs) => [shapeOf(inputs, 1, 'GatherElements')], traffic: twiceTheOutputs }

/** Data, indices, updates; with reduction `add` rows that meet are summed. */
const scatterND: Operator = { name: 'ScatterND', class: 'movement', shapes: (inputs) => [shapeOf(inputs, 0, 'ScatterND')], flopsPerElement: 1 }

const expand: Operator = {
  name: 'Expand',
  class: 'movement',
  shapes: (inputs) => [broadcast(shapeOf(inputs, 0, 'Expand'), valuesOf(inputs, 1, 'Expand'), 'Expand')],
}

const pad: Operator = {
  name: 'Pad',
  class: 'movement',
  shapes: (inputs) => {
    const shape = shapeOf(inputs, 0, 'Pad')
    const pads = valuesOf(inputs, 1, 'Pad')
    return [shape.map((size, axis) => size + pads[axis]! + pads[axis + shape.length]!)]
  },
}

/** Data, region of interest (left out), scales (left out), sizes. */
const resize: Operator = { name: 'Resize', class: 'movement', shapes: (inputs) => [valuesOf(inputs, 3, 'Resize')], flopsPerElement: 1 }

/** start, limit, delta: scalars that are constants. */
const range: Operator = {
  name: 'Range',
  class: 'movement',
  shapes: (inputs) => {
    const [start, limit, delta] = [0, 1, 2].map((i) => valuesOf(inputs, i, 'Range')[0]!) as [number, number, number]
    return [[Math.max(0, Math.ceil((limit - start) / delta))]]
  },
}

/** Channels to space (`DepthToSpace`) and back. */
function rearrange(name: string, toSpace: boolean): Operator {
  return {
    name,
    class: 'movement',
    shapes: (inputs, attributes) => {
      const [batch, channels, height, width] = shapeOf(inputs, 0, name) as [number, number, number, number]
      const block = numberOf(attributes, 'blocksize', 1)
      return [toSpace ? [batch, channels / block ** 2, height * block, width * block] : [batch, channels * block ** 2, height / block, width / block]]
    },
  }
}

/** Copies without arithmetic. */
export const movements: readonly Operator[] = [
  transpose,
  concat,
  split,
  slice,
  gather,
  gatherElements,
  scatterND,
  expand,
  pad,
  resize,
  range,
  rearrange('DepthToSpace', true),
  rearrange('SpaceToDepth', false),
]
