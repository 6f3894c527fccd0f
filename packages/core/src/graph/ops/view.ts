import { elementsOf } from '../element-type.ts'
import { axisOf, numberOf, type Operator, refuse, shapeOf, shown, valuesOf } from './operator.ts'

const reshape: Operator = {
  name: 'Reshape',
  class: 'view',
  shapes: (inputs) => {
    const from = shapeOf(inputs, 0, 'Reshape')
    const to = valuesOf(inputs, 1, 'Reshape')
    return elementsOf(from) === elementsOf(to) ? [to] : refuse('Reshape', `${shown(from)} and ${shown(to)} hold different numbers of elements`)
  },
}

const unsqueeze: Operator = {
  name: 'Unsqueeze',
  class: 'view',
  shapes: (inputs) => {
    const shape = [...shapeOf(inputs, 0, 'Unsqueeze')]
    const axes = valuesOf(inputs, 1, 'Unsqueeze')
    const rank = shape.length + axes.length
    for (const axis of axes.map((axis) => axisOf(axis, rank, 'Unsqueeze')).sort((a, b) => a - b)) shape.splice(axis, 0, 1)
    return [shape]
  },
}

const squeeze: Operator = {
  name: 'Squeeze',
  class: 'view',
  shapes: (inputs) => {
    const shape = shapeOf(inputs, 0, 'Squeeze')
    const axes = new Set(valuesOf(inputs, 1, 'Squeeze').map((axis) => axisOf(axis, shape.length, 'Squeeze')))
    for (const axis of axes) if (shape[axis] !== 1) refuse('Squeeze', `axis ${axis} of ${shown(shape)} is not 1`)
    return [shape.filter((_size, axis) => !axes.has(axis))]
  },
}

const flatten: Operator = {
  name: 'Flatten',
  class: 'view',
  shapes: (inputs, attributes) => {
    const shape = shapeOf(inputs, 0, 'Flatten')
    const axis = numberOf(attributes, 'axis', 1)
    return [[elementsOf(shape.slice(0, axis)), elementsOf(shape.slice(axis))]]
  },
}

const identity: Operator = { name: 'Identity', class: 'view', shapes: (inputs) => [shapeOf(inputs, 0, 'Identity')] }

/** The same elements in the same order under another shape. */
export const views: readonly Operator[] = [reshape, unsqueeze, squeeze, flatten, identity]
