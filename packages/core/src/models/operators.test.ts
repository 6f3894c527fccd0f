import { describe, expect, it } from 'vitest'
import { macsPerActivation, OPERATOR_NUMBERS, operatorsOf, operatorsOfAny } from './operators.ts'

const numbersOf = (...names: string[]) => {
  const numbers = operatorsOf(...names)!
  return Object.fromEntries(OPERATOR_NUMBERS.map((name, place) => [name, numbers[place]!]))
}

describe('operators of an architecture', () => {
  it('are those of the ResNet-50 paper: 53 convolutions, each normalised, 49 activated, 16 sums, two poolings, one matrix product', () => {
    const { kernels, batch_norm_per_activation, depthwise_share, softmax_per_activation } = numbersOf('resnet50')
    expect(kernels).toBe(53 + 53 + 49 + 16 + 2 + 1)
    expect(batch_norm_per_activation).toBe(1000)
    expect([depthwise_share, softmax_per_activation]).toEqual([0, 0])
  })

  it('are those of ViT-B/16 by hand: 12 blocks of 12 heads over 197 tokens of 768 numbers', () => {
    const [tokens, width, blocks, heads] = [197, 768, 12, 12]
    const products = blocks * (12 * tokens * width ** 2 + 2 * tokens ** 2 * width) + 196 * width * 768 + width * 1000
    const outputs = blocks * (9 * tokens * width + heads * tokens ** 2 + tokens * width) + 196 * width + 1000
    const { attention_share, softmax_per_activation, layer_norm_per_activation, nonlinear_per_activation } = numbersOf('vit_base_patch16_224')
    expect(attention_share).toBe(Math.round((1000 * blocks * 2 * tokens ** 2 * width) / products))
    expect(softmax_per_activation).toBe(Math.round((1000 * blocks * heads * tokens ** 2) / outputs))
    expect(layer_norm_per_activation).toBe(Math.round((1000 * (2 * blocks + 1) * tokens * width) / outputs))
    expect(nonlinear_per_activation).toBe(Math.round((1000 * blocks * 4 * tokens * width) / outputs))
  })

  it('tell what costs do not: ConvNeXt V2 moves more for each output than ConvNeXt, for its response normalisation', () => {
    const [first, second] = [numbersOf('convnext_tiny'), numbersOf('convnextv2_tiny')]
    expect(second['moved_per_activation']! / first['moved_per_activation']!).toBeGreaterThan(1.4)
  })

  it('are found at another image size, by an earlier name, in another spelling, by the first name that is known', () => {
    expect(operatorsOf('vit_base_patch16')).toBe(operatorsOf('vit_base_patch16_224'))
    expect(operatorsOf('ResNet50')).toBe(operatorsOf('resnet50'))
    expect(operatorsOf('convnext_tiny_in22ft1k')).toBe(operatorsOf('convnext_tiny'))
    expect(operatorsOf('nobody-knows-this', 'resnet50')).toBe(operatorsOf('resnet50'))
  })

  it('are unknown of what is no architecture of timm', () => {
    expect(operatorsOf('llama-3.1-8b', '')).toBeUndefined()
    expect(operatorsOf('__proto__')).toBeUndefined()
  })

  it('are those of BERT base by hand, outside timm: 12 blocks of 12 heads over 384 tokens of 768 numbers', () => {
    const [tokens, width, blocks, heads] = [384, 768, 12, 12]
    const products = blocks * (12 * tokens * width ** 2 + 2 * tokens ** 2 * width) + width ** 2
    const outputs = blocks * (9 * tokens * width + heads * tokens ** 2 + tokens * width) + width
    const numbers = operatorsOfAny('bert-base-uncased', 'bert_base')!
    const named = (name: string) => numbers[OPERATOR_NUMBERS.indexOf(name)]!
    expect(named('attention_share')).toBe(Math.round((1000 * blocks * 2 * tokens ** 2 * width) / products))
    expect(named('softmax_per_activation')).toBe(Math.round((1000 * blocks * heads * tokens ** 2) / outputs))
    expect(macsPerActivation(numbers)).toBe(Math.round(products / outputs))
  })

  it('are those of QuickSRNet by hand: 13 convolutions of 64 channels at the small size, 12 of them clipped, pixels from channels', () => {
    const numbers = operatorsOfAny('quicksrnetlarge')!
    expect(numbers[OPERATOR_NUMBERS.indexOf('kernels')]).toBe(13 + 12 + 1)
    expect(macsPerActivation(numbers)).toBe(Math.round((27 * 64 + 11 * 9 * 64 * 64 + 9 * 64 * 48) / (12 * 64 + 48)))
  })

  it('of a detector may be those of its backbone; what is in timm is looked up there first', () => {
    expect(operatorsOfAny('posenet_mobilenet')).toBe(operatorsOf('mobilenetv1_100'))
    expect(operatorsOfAny('resnet50')).toBe(operatorsOf('resnet50'))
    expect(operatorsOf('posenet_mobilenet')).toBeUndefined()
    expect(operatorsOfAny('nobody-knows-this', '')).toBeUndefined()
  })
})
