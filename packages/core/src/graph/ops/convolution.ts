import { elementsOf } from '../element-type.ts'
import type { Attributes, Shape } from '../graph.ts'
import { numberOf, numbersOf, type Operator, refuse, shapeOf, shown } from './operator.ts'

/** Size of a window operator's result along each spatial axis: floor((in + pads - dilation (kernel - 1) - 1) / stride) + 1, or ceil with `ceil_mode`. */
export function windowShape(spatial: Shape, kernel: Shape, attributes: Attributes, operator: string): Shape {
  const strides = numbersOf(attributes, 'strides')
  const dilations = numbersOf(attributes, 'dilations')
  const pads = numbersOf(attributes, 'pads')
  const rounding = numberOf(attributes, 'ceil_mode', 0) === 1 ? Math.ceil : Math.floor
  return spatial.map((size, i) => {
    const padded = size + (pads?.[i] ?? 0) + (pads?.[i + spatial.length] ?? 0)
    const steps = rounding((padded - (dilations?.[i] ?? 1) * (kernel[i]! - 1) - 1) / (strides?.[i] ?? 1))
    return steps >= 0 ? steps + 1 : refuse(operator, `a window of ${shown(kernel)} does not fit into ${shown(spatial)}: use a larger image or a longer sequence`)
  })
}

/** Convolution over 1, 2 or 3 spatial axes, weight [out, in / group, ...kernel]; macs = elements of the result x in / group x kernel. */
export const conv: Operator = {
  name: 'Conv',
  class: 'matrix',
  shapes: (inputs, attributes) => {
    const x = shapeOf(inputs, 0, 'Conv')
    const weight = shapeOf(inputs, 1, 'Conv')
    const group = numberOf(attributes, 'group', 1)
    if (x.length !== weight.length || x[1] !== weight[1]! * group || weight[0]! % group !== 0) {
      refuse('Conv', `a weight of ${shown(weight)} in ${group} groups does not fit an input of ${shown(x)}`)
    }
    return [[x[0]!, weight[0]!, ...windowShape(x.slice(2), weight.slice(2), attributes, 'Conv')]]
  },
  macs: ([, weight], [out]) => (elementsOf(out!.shape) * elementsOf(weight!.shape)) / weight!.shape[0]!,
  keeps: 'inputs',
}

/** Transposed convolution, weight [in, out / group, ...kernel]; macs = elements of the input x out / group x kernel. */
export const convTranspose: Operator = {
  name: 'ConvTranspose',
  class: 'matrix',
  shapes: (inputs, attributes) => {
    const x = shapeOf(inputs, 0, 'ConvTranspose')
    const weight = shapeOf(inputs, 1, 'ConvTranspose')
    if (x.length !== weight.length || x[1] !== weight[0]) refuse('ConvTranspose', `a weight of ${shown(weight)} does not fit an input of ${shown(x)}`)
    const strides = numbersOf(attributes, 'strides')
    const pads = numbersOf(attributes, 'pads')
    const extra = numbersOf(attributes, 'output_padding')
    const axes = x.length - 2
    const spatial = x.slice(2).map((size, i) => (size - 1) * (strides?.[i] ?? 1) + weight[i + 2]! + (extra?.[i] ?? 0) - (pads?.[i] ?? 0) - (pads?.[i + axes] ?? 0))
    return [[x[0]!, weight[1]! * numberOf(attributes, 'group', 1), ...spatial]]
  },
  macs: ([x, weight]) => (elementsOf(x!.shape) * elementsOf(weight!.shape)) / weight!.shape[0]!,
  keeps: 'inputs',
}
