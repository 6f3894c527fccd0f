import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILDERS, type Graph, type ModelBuilder } from '../graph/index.ts'
import { MODELS } from './catalogue.ts'
import { readConfig } from './config-reader.ts'
import { measuredArchitecture } from './measured-architectures.ts'
import { resolveModel } from './resolve.ts'

interface Published {
  readonly model: string
  readonly imageSize?: number
  readonly parameters: number
  readonly gmacs?: number
  readonly source: string
}

const { models } = JSON.parse(readFileSync(new URL('../../testdata/models/image-and-speech-counts.json', import.meta.url), 'utf8')) as { models: readonly Published[] }
const costOf = ({ model, imageSize }: Published) => resolveModel({ modelName: model }).costs({ batchSize: 1, ...(imageSize && { imageSize }) })
const off = (ours: number, published: number) => Math.abs(ours / published - 1)

describe('published counts of image and speech models', () => {
  it('are of more than 20 models, and each names its source', () => {
    expect(models.filter(({ gmacs }) => gmacs !== undefined).length).toBeGreaterThan(20)
    expect(models.filter(({ source }) => !source.includes('https://'))).toEqual([])
  })

  it.each(models.map((published) => [published.model, published] as const))('%s has its parameters within 0.1 %%', (_model, published) => {
    expect(off(costOf(published).parameters, published.parameters)).toBeLessThan(0.001)
  })

  it.each(models.filter(({ gmacs }) => gmacs !== undefined).map((published) => [published.model, published] as const))(
    '%s has its multiply-accumulates within 2 %% and the rounding of the source',
    (_model, published) => {
      const ours = costOf(published).macs / 1e9
      expect(Math.abs(ours - published.gmacs!)).toBeLessThan(0.02 * published.gmacs! + 0.005)
    },
  )
})

/** What timm's counter (fvcore) adds to multiply-accumulates: 2 for each element of a batch norm, 5 for one of a layer norm. */
const COUNTED_BY_TIMM: Readonly<Record<string, number>> = { BatchNormalization: 2, LayerNormalization: 5 }

function norms({ nodes, tensors }: Graph): number {
  return nodes.reduce((sum, { operator, outputs }) => sum + (COUNTED_BY_TIMM[operator] ?? 0) * tensors.get(outputs[0]!)!.shape.reduce((a, b) => a * b, 1), 0)
}

/** timm counts no products inside fused attention, which its DINOv2 models use. */
const FUSED = /dinov2/
const counted = MODELS.filter(({ family, config, architecture }) => family === 'vision' && config !== undefined && !FUSED.test(architecture)).flatMap((model) =>
  (measuredArchitecture(model.architecture)?.costs ?? []).filter(({ inputSize, activations }) => inputSize >= 96 && activations !== undefined).map((cost) => ({ model, cost })),
)

describe('counts by timm', () => {
  const graphOf = ({ model, cost }: (typeof counted)[number]): Graph => {
    const { builder, config } = readConfig(model.config)
    return (BUILDERS[builder] as unknown as ModelBuilder<unknown>).build(config, { batch: 1, imageSize: cost.inputSize })
  }

  it('are of 60 models', () => {
    expect(new Set(counted.map(({ model }) => model.id)).size).toBeGreaterThanOrEqual(60)
  })

  it('are our multiply-accumulates and two for each element of a batch norm, five for one of a layer norm, within 0.5 % and rounding', () => {
    const smallest = counted.filter(({ model }, i) => counted[i - 1]?.model !== model)
    const wrong = smallest.filter((entry) => {
      const ours = resolveModel({ modelName: entry.model.id }).costs({ batchSize: 1, imageSize: entry.cost.inputSize }).macs + norms(graphOf(entry))
      return Math.abs(ours - entry.cost.macs) > 0.005 * entry.cost.macs + 0.0051e9
    })
    expect(wrong.map(({ model, cost }) => `${model.id} at ${cost.inputSize}`)).toEqual([])
  })

  it('have our activations at every size that was measured, within 0.3 % and rounding', () => {
    const wrong = counted.filter(({ model, cost }) => {
      const ours = resolveModel({ modelName: model.id }).costs({ batchSize: 1, imageSize: cost.inputSize }).activations
      return Math.abs(ours - cost.activations!) > 0.003 * cost.activations! + 0.0051e6
    })
    expect(wrong.map(({ model, cost }) => `${model.id} at ${cost.inputSize}`)).toEqual([])
  })
})
