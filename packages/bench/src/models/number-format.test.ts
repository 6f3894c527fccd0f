import { describe, expect, it } from 'vitest'
import { numberFormatOf } from './number-format.ts'

const of = (operators: readonly string[], type = 'float32') => numberFormatOf({ operators, inputs: [{ name: 'x', type, shape: [1] }], outputs: [] })

describe('The number format of a file', () => {
  it('is the narrowest that its operators compute in, else that of what goes in and out', () => {
    expect([of(['MatMul']), of(['MatMul'], 'float16'), of(['DynamicQuantizeLinear', 'MatMulInteger']), of(['QLinearConv']), of(['QuantizeLinear', 'com.microsoft.MatMulNBits'])]).toEqual([
      'fp32',
      'fp16',
      'int8',
      'int8',
      'int4',
    ])
  })
})
