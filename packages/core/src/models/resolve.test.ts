import { describe, expect, it } from 'vitest'
import { resolveModel } from './index.ts'

const found = (modelName: string) => {
  const { source, architecture, family, inputSize } = resolveModel({ modelName })
  return { source, architecture, family, inputSize }
}

describe('a model that is known', () => {
  it.each([
    ['bert-base-uncased', 'bert_base'],
    ['google-bert/bert-base-uncased', 'bert_base'],
    ['BERT_base', 'bert_base'],
    ['ＢＥＲＴ', 'bert_base'],
    ['meta-llama/Llama-3.1-8B-Instruct', 'llama-3.1-8b'],
    ['llama3.1:8b', 'llama-3.1-8b'],
    ['Llama-3.2-1B-Instruct-Q4_K_M', 'llama-3.2-1b'],
    ['TheBloke/Mistral-7B-Instruct-v0.2-GPTQ', 'mistral-7b'],
    ['DeepSeek-R1-NVFP4', 'deepseek-r1'],
    ['resnet50.a1_in1k', 'resnet50'],
    ['torchvision/resnet50', 'resnet50'],
    ['tf_efficientnet_b3_ns', 'efficientnet_b3'],
    ['tf_efficientnet_b0_ap', 'efficientnet_b0'],
    ['swinv2_tiny_window8_256', 'swinv2_tiny_window8'],
    ['stable_diffusion_v1_5/unet', 'stable_diffusion_v1_5_unet'],
  ])('%s is found', (name, architecture) => {
    expect(found(name)).toMatchObject({ source: 'exact', architecture })
  })

  it('takes the image size its name says, unless the caller gives one', () => {
    const model = resolveModel({ modelName: 'convnext_base_384_in22ft1k' })
    expect(model.inputSize).toBe(384)
    const macs = (imageSize?: number) => model.costs({ batchSize: 1, ...(imageSize && { imageSize }) }).macs
    expect(macs() / macs(224)).toBeCloseTo((384 / 224) ** 2, 1)
    expect(found('deit3_large_patch16_384_in21ft1k').inputSize).toBe(384)
  })

  it('says what in the name it did not look at', () => {
    expect(resolveModel({ modelName: 'Qwen2.5-7B-Instruct-AWQ' }).explanation).toMatch(/parameters\. "instruct" in the name does not change what it computes\.$/)
  })

  it('counts tokens read, or one token written for each text', () => {
    const { costs, unit } = resolveModel({ modelName: 'llama-3.1-8b' })
    expect(unit).toBe('token')
    expect(costs({ batchSize: 2, sequenceLength: 64 }).items).toBe(128)
    const decode = costs({ batchSize: 2, sequenceLength: 64, phase: 'decode', precision: 'fp16' })
    expect(decode.items).toBe(2)
    expect(decode.cacheBytes).toBe(2 * 65 * 2 * 32 * 8 * 128 * 2)
    expect(costs({ batchSize: 2, sequenceLength: 4096, phase: 'decode', precision: 'fp16' }).memoryTrafficBytes).toBeGreaterThan(decode.memoryTrafficBytes)
  })

  it('counts of a mixture what a token meets', () => {
    expect(resolveModel({ modelName: 'mixtral-8x7b' }).costs({ batchSize: 1 }).itemMacs).toBe(12.9e9)
  })

  it('tells how much it can read, where a table of positions limits that', () => {
    expect(resolveModel({ modelName: 'bert-base-uncased' }).longestSequence).toBe(512)
    expect(resolveModel({ modelName: 'llama-3.1-8b' }).longestSequence).toBeUndefined()
  })

  it('keeps activations when it trains, at the same forward work', () => {
    const { costs } = resolveModel({ modelName: 'resnet50' })
    const [inference, training] = [costs({ batchSize: 8 }), costs({ batchSize: 8, mode: 'training' })]
    expect(training.macs).toBe(inference.macs)
    expect(training.peakActivationBytes).toBeGreaterThan(3 * inference.peakActivationBytes)
  })

  it.each([
    ['fp16', 2],
    ['bf16', 2],
    ['int8', 1],
    ['Q4_K_M', 0.5],
    ['w4a16', 0.5],
    ['something', 2],
  ])('has weights of %s in %d bytes', (precision, bytes) => {
    const { parameters, weightBytes } = resolveModel({ modelName: 'llama-2-7b' }).costs({ batchSize: 1, precision })
    expect(weightBytes / parameters).toBeCloseTo(bytes, 2)
  })
})

describe('a model nobody knows', () => {
  it('is scaled from a relative of the size its name tells', () => {
    const model = resolveModel({ modelName: 'acme-llama-11b-chat' })
    expect(model).toMatchObject({ source: 'family', family: 'text_generation', parameters: 11e9, unit: 'token' })
    expect(model.explanation).toMatch(/not in the catalogue.*scaled to 11 B parameters.*model_config/)
    expect(model.costs({ batchSize: 1 }).itemMacs / 11e9).toBeCloseTo(1, 1)
  })

  it('meets the active parameters its name tells', () => {
    const { parameters, activeParameters } = resolveModel({ modelName: 'acme-moe-60b-a6b' })
    expect([parameters, activeParameters]).toEqual([60e9, 6e9])
  })

  it.each([
    ['resnet77', 'vision', /resnet-(50|101)/],
    ['efficientnet_b9', 'vision', /efficientnet_b8/],
    ['whisper-huge', 'audio', /whisper-large/],
    ['yolov9c', 'object_detection', /yolo/i],
    ['bert-base-uncased-finetuned-on-mine', 'embedding', /bert-base-uncased/],
    ['vit_base_patch16_clip_224.openai', 'vision', /vit-base-patch16/],
    ['acme/SuperBrain-9B', 'text_generation', /llama|gemma|yi/i],
  ])('%s is of the family %s', (modelName, family, like) => {
    const model = resolveModel({ modelName })
    expect(model).toMatchObject({ source: 'family', family })
    expect(model.explanation).toMatch(like)
  })

  it('is taken for what usually stands for the family the caller names', () => {
    const [vision, anything] = [resolveModel({ modelName: 'x', modelFamily: 'vision' }), resolveModel({ modelName: 'x' })]
    expect(vision).toMatchObject({ source: 'default', family: 'vision', measuredFamily: 'resnet', explanation: expect.stringContaining('microsoft/resnet-50') })
    expect(anything).toMatchObject({ source: 'default', family: 'embedding', explanation: expect.stringContaining('google-bert/bert-base-uncased') })
    expect([vision.architecture, anything.architecture]).toEqual([undefined, undefined])
  })

  it('has the costs the caller gives', () => {
    const model = resolveModel({ modelName: 'mine', modelFamily: 'vision', parameters: 30e6, flops: 12e9 })
    expect(model.source).toBe('costs')
    expect(model.costs({ batchSize: 4, precision: 'fp16' })).toMatchObject({ items: 4, macs: 24e9, parameters: 30e6, weightBytes: 60e6 })
    expect(resolveModel({ modelName: 'resnet50', parameters: 51.1e6 })).toMatchObject({ source: 'costs', parameters: 51.1e6 })
  })

  it('is read from its configuration', () => {
    const model = resolveModel({ modelName: 'mine', modelConfig: { model_type: 'resnet', layer_type: 'basic', depths: [2, 2, 2, 2], hidden_sizes: [64, 128, 256, 512] } })
    expect(model).toMatchObject({ source: 'config', family: 'vision', parameters: 11_689_512, inputSize: 224 })
    expect(() => resolveModel({ modelName: 'mine', modelConfig: { model_type: 'resnet', depths: ['a'] } })).toThrow('depths[0]')
  })
})

describe('what makes no sense', () => {
  it.each([{ parameters: 0 }, { parameters: -1 }, { flops: Number.NaN }, { flops: Number.POSITIVE_INFINITY }])('%o is refused', (costs) => {
    expect(() => resolveModel({ modelName: 'mine', ...costs })).toThrow('give a number above 0')
  })

  it.each(['resnet50', 'yolov8n', 'llama-3.1-8b', 'deepseek-r1'])('a batch of nothing of %s is refused', (modelName) => {
    expect(() => resolveModel({ modelName }).costs({ batchSize: 0 })).toThrow('batch_size is 0')
  })

  it('is told where an image is smaller than a patch', () => {
    expect(() => resolveModel({ modelName: 'vit-base' }).costs({ batchSize: 1, imageSize: 8 })).toThrow('use a larger image')
  })

  it('does not lend the measurements of a name to a configuration that is another model', () => {
    const config = { model_type: 'bert', hidden_size: 64, num_hidden_layers: 2, num_attention_heads: 2, vocab_size: 100 }
    expect(resolveModel({ modelName: 'bert-base-uncased', modelConfig: config }).architecture).toBeUndefined()
  })
})

describe('a hostile name', () => {
  const hostile = [
    '',
    ' ',
    '\0\0',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '🦙'.repeat(99),
    '\u202e evil',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    "'; DROP TABLE models; --",
    '%s%n',
    '-'.repeat(9999),
    'a-'.repeat(9999),
    '1x'.repeat(9999),
    `${'9'.repeat(400)}b`,
  ]

  it.each(hostile.map((name) => [JSON.stringify(name.slice(0, 24)), name]))('%s gets an answer with costs', (_shown, modelName) => {
    const model = resolveModel({ modelName, modelFamily: modelName })
    expect(model.costs({ batchSize: 1 }).macs).toBeGreaterThan(0)
    expect(model.parameters).toBeLessThan(1e15)
    expect(model.explanation.length).toBeLessThan(600)
  })

  it('of ten thousand characters takes no longer than a short one', () => {
    const name = `${'llama-7b-'.repeat(1111)}x`
    const before = performance.now()
    for (let i = 0; i < 50; i++) resolveModel({ modelName: `${i}${name}` })
    expect(performance.now() - before).toBeLessThan(5000)
  })
})
