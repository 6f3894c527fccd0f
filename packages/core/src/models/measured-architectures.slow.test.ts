import { describe, expect, it } from 'vitest'
import { measuredArchitecture, measuredArchitectureKeys, resolveModel } from './index.ts'

const measured = measuredArchitectureKeys().map((key) => ({ key, ...measuredArchitecture(key)! }))
const costed = measured.filter(({ costs }) => costs.length > 0)

/** Keys that the catalogue understands otherwise: a family's bare name for another size, a whole text as one item, approximations of the source. */
const OTHERWISE = [
  'bert_base_seq128',
  'deepseek-r1-distill-qwen-1.5b',
  'fcn_resnet50',
  'gpt2_large',
  'huggingface_wavlm_base_plus',
  'levit',
  'nasnet',
  'nomic_embed_text',
  'regnetx',
  'yolov3',
  'yolov7',
]

/** timm counted some sizes without the products inside fused attention. */
const FUSED = 0.85

describe('the table of measured architectures', () => {
  it('has more than 1,200, nearly all with costs', () => {
    expect(measured.length).toBeGreaterThan(1200)
    expect(costed.length / measured.length).toBeGreaterThan(0.9)
  })

  it('has positive costs that grow with the size of the image', () => {
    for (const { key, costs, unit } of costed) {
      costs.forEach(({ inputSize, macs, activations = 1 }, i) => {
        expect([key, macs > 0 && activations > 0 && (unit === 'token' || i === 0 || macs > FUSED * costs[i - 1]!.macs)]).toEqual([key, true])
        expect([key, i === 0 || inputSize > costs[i - 1]!.inputSize]).toEqual([key, true])
      })
    }
  })

  it('is found by its keys, with the multiply-accumulates of one item within 10 % at every size', () => {
    const wrong = costed.filter(({ key, costs, unit }) => {
      const model = resolveModel({ modelName: key })
      const far = costs.some(({ inputSize, macs }) => {
        const size = inputSize > 1 && unit === 'sample' ? { imageSize: inputSize, sequenceLength: inputSize } : {}
        return Math.abs(model.costs({ batchSize: 1, ...size }).itemMacs / macs - 1) > 0.1
      })
      return model.source !== 'exact' || far
    })
    expect(wrong.map(({ key }) => key).filter((key) => !OTHERWISE.includes(key))).toEqual([])
  })
})
