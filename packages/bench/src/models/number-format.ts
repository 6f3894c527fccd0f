import type { OnnxHeader, RunnablePrecision } from '@benchcast/core/graph/onnx'

/** Number formats by the operators that compute in them, narrowest first. */
const BY_OPERATOR: readonly (readonly [RunnablePrecision, RegExp])[] = [
  ['int4', /(^|\.)MatMulNBits$/],
  ['int8', /(^|\.)(QLinear\w+|MatMulInteger\w*|ConvInteger\w*|DynamicQuantize\w+|QuantizeLinear|DequantizeLinear|QAttention|QGemm)$/],
]

/**
 * The number format that an ONNX file computes in, as far as its operators, inputs and outputs tell: the narrowest there is.
 *
 * @example numberFormatOf({ operators: ['MatMulInteger', 'Softmax'], inputs, outputs }) // 'int8'
 */
export function numberFormatOf({ operators, inputs, outputs }: Pick<OnnxHeader, 'operators' | 'inputs' | 'outputs'>): RunnablePrecision {
  const found = BY_OPERATOR.find(([, pattern]) => operators.some((name) => pattern.test(name)))
  return found?.[0] ?? ([...inputs, ...outputs].some(({ type }) => type === 'float16') ? 'fp16' : 'fp32')
}
