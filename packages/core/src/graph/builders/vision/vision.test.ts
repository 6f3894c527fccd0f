import { describe, expect, it } from 'vitest'
import type { GraphCost } from '../../graph.ts'
import { BUILDERS, costOf, type Graph, modelCost } from '../../index.ts'

const ALL = ['query', 'key', 'value', 'output', 'up', 'down', 'norm'] as const
const layer = { heads: 2, biases: ALL, intermediate: 32, activation: 'gelu', arrangement: 'pre', norm: 'layer' } as const
const VIT = {
  width: 8,
  layers: 1,
  layer,
  patch: 4,
  patchBias: true,
  imageSize: 8,
  extraTokens: 1,
  positions: true,
  preNorm: false,
  pool: 'class',
  classes: 10,
} as const
const SWIN = { width: 4, depths: [2], heads: [2], window: 2, patch: 2, imageSize: 8, classes: 3 }
const BASIC = { block: 'basic', depths: [1], widths: [4], stem: 4, classes: 10 } as const
const BOTTLENECK = { block: 'bottleneck', depths: [1], widths: [16], stem: 4, groups: 2, widthPerGroup: 32, classes: 10 } as const
const INVERTED = {
  stem: 4,
  blocks: [{ kernel: 3, stride: 2, inner: 8, width: 6, squeeze: 2, activation: 'silu' }],
  head: 12,
  activation: 'silu',
  gate: 'sigmoid',
  imageSize: 8,
  classes: 5,
} as const

/** Parameters and multiply-accumulates of a batch of one. */
const counts = ({ parameters, macs }: GraphCost) => ({ parameters, macs })

describe('counts derived by hand', () => {
  it('of a basic residual block on 2 x 2 places behind an 8 x 8 image', () => {
    const stem = { parameters: 7 * 7 * 3 * 4 + 2 * 4, macs: 4 * 4 * 7 * 7 * 3 * 4 }
    const block = { parameters: 2 * (3 * 3 * 4 * 4 + 2 * 4), macs: 2 * (2 * 2 * 3 * 3 * 4 * 4) }
    const head = { parameters: 4 * 10 + 10, macs: 4 * 10 }
    expect(counts(costOf(BUILDERS.resnet.build(BASIC, { batch: 1, imageSize: 8 })))).toEqual({
      parameters: stem.parameters + block.parameters + head.parameters,
      macs: stem.macs + block.macs + head.macs,
    })
  })

  it('of a grouped bottleneck: inner width 16 / 4 x 32 / 64 x 2 groups = 4, and a projected shortcut', () => {
    const stem = { parameters: 7 * 7 * 3 * 4 + 2 * 4, macs: 4 * 4 * 7 * 7 * 3 * 4 }
    const weights = 4 * 4 + (3 * 3 * 4 * 4) / 2 + 4 * 16 + 4 * 16
    expect(counts(costOf(BUILDERS.resnet.build(BOTTLENECK, { batch: 1, imageSize: 8 })))).toEqual({
      parameters: stem.parameters + weights + 2 * (4 + 4 + 16 + 16) + 16 * 10 + 10,
      macs: stem.macs + 2 * 2 * weights + 16 * 10,
    })
  })

  it('of an inverted residual with squeeze and excitation', () => {
    const stem = { parameters: 3 * 3 * 3 * 4 + 8, macs: 16 * 3 * 3 * 3 * 4 }
    const expand = { parameters: 4 * 8 + 16, macs: 16 * 4 * 8 }
    const depthwise = { parameters: 3 * 3 * 8 + 16, macs: 4 * 3 * 3 * 8 }
    const squeeze = { parameters: 8 * 2 + 2 + 2 * 8 + 8, macs: 8 * 2 + 2 * 8 }
    const project = { parameters: 8 * 6 + 12, macs: 4 * 8 * 6 }
    const head = { parameters: 6 * 12 + 24 + 12 * 5 + 5, macs: 4 * 6 * 12 + 12 * 5 }
    const parts = [stem, expand, depthwise, squeeze, project, head]
    expect(counts(costOf(BUILDERS.inverted_residual.build(INVERTED, { batch: 1 })))).toEqual({
      parameters: parts.reduce((sum, part) => sum + part.parameters, 0),
      macs: parts.reduce((sum, part) => sum + part.macs, 0),
    })
  })

  it('of a vision transformer with 4 patches and a class token', () => {
    const patches = { parameters: 4 * 4 * 3 * 8 + 8, macs: 4 * (4 * 4 * 3 * 8) }
    const tokens = 8 + 5 * 8
    const weights = 4 * 8 * 8 + 2 * 8 * 32
    const norms = 3 * 16
    expect(counts(costOf(BUILDERS.vit.build(VIT, { batch: 1 })))).toEqual({
      parameters: patches.parameters + tokens + weights + 4 * 8 + 32 + 8 + norms + 8 * 10 + 10,
      macs: patches.macs + 5 * weights + 2 * 5 * 5 * 8 + 8 * 10,
    })
  })

  it('of a Swin transformer with four windows of 2 x 2 tokens', () => {
    const patches = { parameters: 2 * 2 * 3 * 4 + 4 + 8, macs: 16 * (2 * 2 * 3 * 4) }
    const weights = 4 * 4 * 4 + 2 * 4 * 16
    const layerParameters = weights + 4 * 4 + 16 + 4 + 2 * 8 + 9 * 2
    expect(counts(costOf(BUILDERS.swin.build(SWIN, { batch: 1 })))).toEqual({
      parameters: patches.parameters + 2 * layerParameters + 8 + 4 * 3 + 3,
      macs: patches.macs + 2 * (16 * weights + 4 * (2 * 4 * 4 * 4)) + 4 * 3,
    })
  })
})

const GRAPHS: Readonly<Record<string, (batch: number, imageSize: number) => Graph>> = {
  resnet: (batch, imageSize) => BUILDERS.resnet.build(BASIC, { batch, imageSize }),
  vgg: (batch, imageSize) => BUILDERS.vgg.build({ depths: [1, 1], batchNorm: true, classes: 3 }, { batch, imageSize }),
  densenet: (batch, imageSize) => BUILDERS.densenet.build({ growth: 4, stem: 8, depths: [1, 2], classes: 3 }, { batch, imageSize }),
  inverted_residual: (batch, imageSize) => BUILDERS.inverted_residual.build(INVERTED, { batch, imageSize }),
  convnext: (batch, imageSize) => BUILDERS.convnext.build({ depths: [1, 1], widths: [4, 8], responseNorm: true, imageSize: 32, classes: 3 }, { batch, imageSize }),
  vit: (batch, imageSize) => BUILDERS.vit.build(VIT, { batch, imageSize }),
  swin: (batch, imageSize) => BUILDERS.swin.build({ ...SWIN, depths: [2, 2], heads: [2, 2] }, { batch, imageSize }),
}

describe.each(Object.entries(GRAPHS))('%s', (_id, graph) => {
  it.each([[31], [32], [70]])('is built for images of %i pixels', (side) => {
    expect(costOf(graph(1, side)).macs).toBeGreaterThan(0)
  })

  it('does three times the work for three images, with the same parameters', () => {
    const [one, three] = [costOf(graph(1, 40)), costOf(graph(3, 40))]
    expect(three.macs).toBe(3 * one.macs)
    expect(three.parameters).toBe(one.parameters)
  })

  it('refuses a batch of nothing and an image it cannot see', () => {
    expect(() => graph(0, 32)).toThrow('batch_size is 0')
    expect(() => graph(1, 0)).toThrow('image_size is 0')
  })
})

describe('graphs of images', () => {
  it('have every tensor a node reads, made before it is read', () => {
    for (const make of Object.values(GRAPHS)) {
      const { nodes, tensors, inputs } = make(2, 33)
      const made = new Set(inputs)
      for (const node of nodes) {
        for (const name of node.inputs) if (name !== '' && tensors.get(name)!.role === 'activation') expect(made.has(name)).toBe(true)
        for (const name of node.outputs) made.add(name)
      }
    }
  })

  it('cost the same counted layer by layer and by what repeats', () => {
    const config = { ...VIT, layers: 9 }
    expect(modelCost({ builder: 'vit', config }, { batch: 2 })).toEqual(costOf(BUILDERS.vit.build(config, { batch: 2 })))
  })

  it('pair an image with a caption, each in a tower of its own', () => {
    const text = { width: 8, layer, vocabulary: 16, positions: 4, embeddingNorm: false, finalNorm: true, causal: true, projection: 6 }
    const config = { vision: VIT, visionLayers: 5, text, textLayers: 6, captionLength: 4 }
    const pair = BUILDERS.image_text.build(config, { batch: 1 })
    const apart = [costOf(BUILDERS.vit.build({ ...VIT, layers: 5 }, { batch: 1 })), costOf(BUILDERS.encoder.build({ ...text, layers: 6 }, { batch: 1, sequence: 4 }))]
    expect(modelCost({ builder: 'image_text', config }, { batch: 1 })).toEqual(costOf(pair))
    expect(costOf(pair).macs).toBe(apart[0]!.macs + apart[1]!.macs)
    expect(pair.inputs).toContain('vision.pixel_values')
    expect(pair.inputs).toContain('text.input_ids')
  })
})

describe('speech encoder', () => {
  const SPEECH = {
    width: 8,
    layers: 1,
    layer: { ...layer, arrangement: 'post' },
    convolutions: [{ channels: 4, kernel: 10, stride: 5 }],
    convolutionBias: false,
    convolutionNorm: 'first',
    positions: { kernel: 4, groups: 2 },
    vocabulary: 5,
  } as const

  it('has the counts derived by hand: 100 samples are 19 frames', () => {
    const frames = 19
    const weights = 4 * 8 + 4 * 8 * 8 + 2 * 8 * 32 + 8 * 5
    const positions = { parameters: (4 * 8 * 8) / 2 + 8, macs: ((frames + 1) * 4 * 8 * 8) / 2 }
    expect(counts(costOf(BUILDERS.speech_encoder.build(SPEECH, { batch: 1, sequence: 100 })))).toEqual({
      parameters: 10 * 4 + 2 * 4 + 2 * 4 + weights + 8 + positions.parameters + 2 * 8 + (4 * 8 + 32 + 8 + 2 * 16) + 5,
      macs: frames * 10 * 4 + frames * weights + positions.macs + 2 * frames * frames * 8,
    })
  })

  it('refuses a signal shorter than its first window', () => {
    expect(() => BUILDERS.speech_encoder.build(SPEECH, { batch: 1, sequence: 5 })).toThrow('longer sequence')
  })
})
