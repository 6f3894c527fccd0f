import { describe, expect, it } from 'vitest'
import { MODELS, modelNamed } from './catalogue.ts'
import { readConfig } from './config-reader.ts'
import { normaliseName } from './names.ts'
import { resolveModel } from './resolve.ts'

const costOf = (modelName: string, batchSize = 1) => resolveModel({ modelName }).costs({ batchSize })
/** Models whose laws would hold or break alike, once. */
const kinds = [...Map.groupBy(MODELS, ({ architecture, inputSize, parameters }) => `${architecture} ${inputSize} ${parameters}`).values()].map(([first]) => first!)

describe('the catalogue', () => {
  it('has at least 500 models of all families', () => {
    expect(MODELS.length).toBeGreaterThanOrEqual(500)
    expect(new Set(MODELS.map(({ family }) => family))).toEqual(
      new Set(['embedding', 'text_generation', 'text_to_text', 'vision', 'object_detection', 'segmentation', 'image_processing', 'diffusion', 'audio', 'multimodal', 'video', 'recommendation']),
    )
  })

  it('names every model once, and no alias twice', () => {
    const ids = MODELS.map(({ id }) => normaliseName(id))
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const aliases = MODELS.flatMap((model) => [...new Set(model.aliases.map(normaliseName))].map((alias) => ({ alias, id: model.id })))
    const names = aliases.map(({ alias }) => alias)
    expect(aliases.filter(({ alias }, i) => names.indexOf(alias) !== i)).toEqual([])
    expect(aliases.filter(({ alias, id }) => modelNamed(alias)?.id !== id)).toEqual([])
  })

  it('names a source, an input size and a number of parameters for each', () => {
    expect(MODELS.filter(({ source, inputSize, parameters }) => source.length < 20 || inputSize < 1 || !(parameters > 0))).toEqual([])
  })

  it('knows each by a configuration or by published costs, smallest size first', () => {
    expect(MODELS.filter(({ config, published }) => (config === undefined) === (published === undefined)).map(({ id }) => id)).toEqual([])
    const sizes = MODELS.map(({ published = [] }) => published.map(({ inputSize }) => inputSize))
    expect(sizes.filter((list) => list.some((size, i) => i > 0 && size <= list[i - 1]!))).toEqual([])
  })

  it('reads every configuration', () => {
    for (const { config } of MODELS) if (config !== undefined) expect(readConfig(config).assumption).toBeUndefined()
  })

  it('has graphs with the published parameters within 2 %', () => {
    const wrong = kinds.filter(({ id, config, parameters }) => config !== undefined && Math.abs(costOf(id).parameters / parameters - 1) > 0.02)
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('finds every model by its id and by every alias', () => {
    const lost = MODELS.flatMap((model) =>
      [model.id, ...model.aliases].filter((name) => resolveModel({ modelName: name }).architecture !== model.architecture || resolveModel({ modelName: name }).source !== 'exact'),
    )
    expect(lost).toEqual([])
  })

  it('gives costs above zero that do not fall with the batch', () => {
    for (const { id } of kinds) {
      const [one, four] = [costOf(id), costOf(id, 4)]
      for (const [key, value] of Object.entries(one)) expect([id, key, key === 'cacheBytes' || value > 0]).toEqual([id, key, true])
      expect([id, four.macs / one.macs <= 4 + 1e-9]).toEqual([id, true])
      for (const key of ['macs', 'activations', 'peakActivationBytes', 'memoryTrafficBytes', 'kernels', 'items'] as const) expect([id, key, four[key] >= one[key]]).toEqual([id, key, true])
      expect([four.weightBytes, four.parameters, four.layers]).toEqual([one.weightBytes, one.parameters, one.layers])
    }
  })
})
