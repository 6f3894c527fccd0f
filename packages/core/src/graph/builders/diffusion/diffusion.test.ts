import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '../../builder.ts'
import { BUILDERS, costOf, modelCost } from '../../index.ts'
import { residualBlock } from './residual-block.ts'

const UNET = { widths: [8, 16], blocks: 1, transformers: ['deep', 0], deepLayers: 1, heads: [2, 2], textWidth: 6, textLength: 3, channels: 4, imageSize: 64 } as const
const DECODER = { widths: [8, 8, 16], blocks: 1, channels: 4, imageSize: 32 }

describe('residual block', () => {
  it('has the counts derived by hand', () => {
    const b = new GraphBuilder('block')
    b.output(residualBlock(b, b.input('x', [2, 4, 5, 5]), 6, b.input('time', [2, 7])))
    const { parameters, macs } = costOf(b.build())
    const convolutions = 9 * 4 * 6 + 9 * 6 * 6 + 4 * 6
    expect(parameters).toBe(convolutions + 3 * 6 + 7 * 6 + 6 + 2 * 4 + 2 * 6)
    expect(macs).toBe(2 * (25 * convolutions + 7 * 6))
  })
})

describe('U-Net', () => {
  it.each([[64], [72], [500]])('gives back the latent of an image of %i pixels', (imageSize) => {
    const graph = BUILDERS.unet.build(UNET, { batch: 2, imageSize })
    const side = Math.ceil(imageSize / 8)
    expect(graph.tensors.get(graph.outputs[0]!)!.shape).toEqual([2, 4, side, side])
  })

  it('attends to the text behind every block of a level with transformers, and in the middle', () => {
    const { nodes } = BUILDERS.unet.build(UNET, { batch: 1 })
    expect(nodes.filter(({ operator }) => operator === 'Softmax')).toHaveLength(2 * (1 + 1 + 2))
  })

  it('costs the same counted layer by layer and by what repeats', () => {
    const config = { ...UNET, deepLayers: 7, conditionWidth: 5 }
    expect(modelCost({ builder: 'unet', config }, { batch: 3 })).toEqual(costOf(BUILDERS.unet.build(config, { batch: 3 })))
  })

  it('refuses an image of nothing', () => {
    expect(() => BUILDERS.unet.build(UNET, { batch: 1, imageSize: 0 })).toThrow('image_size is 0')
  })
})

describe('decoder of latent images', () => {
  it('gives an image of the size asked for', () => {
    const graph = BUILDERS.latent_decoder.build(DECODER, { batch: 2, imageSize: 48 })
    expect(graph.tensors.get(graph.outputs[0]!)!.shape).toEqual([2, 3, 48, 48])
  })
})
