import { describe, expect, it } from 'vitest'
import { BenchcastError } from '../errors.ts'
import { BUILDERS, modelCost } from '../graph/index.ts'
import { MODEL_TYPES, readConfig } from './config-reader.ts'

const LLAMA = { model_type: 'llama', hidden_size: 64, num_hidden_layers: 2, num_attention_heads: 8, num_key_value_heads: 2, intermediate_size: 128, vocab_size: 100 }
const MIXTURE = { ...LLAMA, model_type: 'mixtral', num_local_experts: 8, num_experts_per_tok: 2 }
const without = (config: Readonly<Record<string, unknown>>, key: string) => Object.fromEntries(Object.entries(config).filter(([name]) => name !== key))

function refusal(json: unknown): BenchcastError {
  try {
    const { builder, config } = readConfig(json)
    BUILDERS[builder].build(config as never, { batch: 1, sequence: 8 })
  } catch (error) {
    if (error instanceof BenchcastError) return error
    throw error
  }
  throw new Error('it was accepted')
}

describe('a configuration', () => {
  it('of any spelling gives the same architecture', () => {
    const other = { model_type: 'llama', n_embd: 64, n_layer: 2, n_head: 8, num_kv_heads: 2, ffn_dim: 128, vocab_size: 100 }
    expect(readConfig(other)).toEqual(readConfig(LLAMA))
  })

  it('may say null where the default is meant', () => {
    expect(readConfig({ ...LLAMA, head_dim: null, attention_bias: null })).toEqual(readConfig(LLAMA))
  })

  it('of text and images is read by its language model, and the answer says so', () => {
    const { assumption, ...architecture } = readConfig({ model_type: 'llava', text_config: LLAMA, vision_config: {} })
    expect(architecture).toEqual(readConfig(LLAMA))
    expect(assumption).toBe('Only the language model of "llava" is counted.')
  })

  it('of an unknown language model is read in the style of Llama, and the answer says so', () => {
    const { assumption, isGuess, ...architecture } = readConfig({ ...LLAMA, model_type: 'brand_new', architectures: ['BrandNewForCausalLM'] })
    expect(architecture).toEqual(readConfig(LLAMA))
    expect(assumption).toContain('"brand_new" is not known')
    expect(isGuess).toBe(true)
  })

  it('of an unknown decoder for texts and images is read in the style of Llama, as a guess', () => {
    const like = readConfig({ ...LLAMA, model_type: 'qwen2_vl', architectures: ['Qwen2VLForConditionalGeneration'], vision_config: {} })
    expect(like).toMatchObject({ builder: 'decoder', isGuess: true })
    expect(like.assumption).toBe('Only the language model of "qwen2_vl" is counted. model_type "qwen2_vl" is not known; it is read as a language model in the style of Llama.')
    expect(readConfig({ ...LLAMA, model_type: 'exaone', rms_norm_eps: 1e-5 })).toMatchObject({ builder: 'decoder', isGuess: true })
    expect(readConfig({ ...MIXTURE, model_type: 'brand_new', architectures: ['BrandNewForCausalLM'] })).toMatchObject({ config: { layer: { experts: { count: 8, active: 2 } } } })
  })

  it('of ChatGLM is read by the names it uses', () => {
    const config = {
      model_type: 'chatglm',
      hidden_size: 4096,
      num_layers: 40,
      num_attention_heads: 32,
      multi_query_group_num: 2,
      kv_channels: 128,
      ffn_hidden_size: 13696,
      padded_vocab_size: 151552,
      add_qkv_bias: true,
    }
    expect(modelCost(readConfig(config), { batch: 1, sequence: 4 }).parameters / 1e9).toBeCloseTo(9.4, 2)
  })

  it('as published for Gemma 3 4B has the defaults of its library where a section leaves them out, and the answer says so', () => {
    const text_config = { hidden_size: 2560, intermediate_size: 10240, model_type: 'gemma3_text', num_hidden_layers: 34, sliding_window: 1024 }
    const { assumption, ...read } = readConfig({ model_type: 'gemma3', architectures: ['Gemma3ForConditionalGeneration'], text_config, vision_config: {} })
    expect(modelCost(read, { batch: 1, sequence: 4 }).parameters / 1e9).toBeCloseTo(3.88, 2)
    expect(assumption).toContain('text_config.num_attention_heads 8, text_config.num_key_value_heads 4, text_config.head_dim 256, and text_config.vocab_size 262208')
    expect(assumption).toMatch(/the defaults of its library \(configuration classes of Transformers 4\.\d/)
  })

  it('of CLIP with empty sections is CLIP ViT-B/32', () => {
    const { assumption, ...read } = readConfig({ model_type: 'clip', text_config: {}, vision_config: {} })
    expect(modelCost(read, { batch: 1 }).parameters / 1e6).toBeCloseTo(151.28, 1)
    expect(assumption).toContain('vision_config.patch_size 32')
  })

  it('does not use a default that contradicts what is given', () => {
    const text_config = { ...without(without(LLAMA, 'num_key_value_heads'), 'model_type'), model_type: 'qwen2' }
    expect(readConfig({ model_type: 'llava', text_config })).toMatchObject({ config: { layer: { keyValueHeads: 8 } } })
  })

  it('of Diffusers is known by its class, and its levels without attention by their blocks', () => {
    const v1 = { _class_name: 'UNet2DConditionModel', attention_head_dim: 8, block_out_channels: [320, 640, 1280, 1280], cross_attention_dim: 768, sample_size: 64 }
    const blocks = ['CrossAttnDownBlock2D', 'CrossAttnDownBlock2D', 'CrossAttnDownBlock2D', 'DownBlock2D']
    const xl = {
      block_out_channels: [320, 640, 1280],
      transformer_layers_per_block: [1, 2, 10],
      attention_head_dim: [5, 10, 20],
      cross_attention_dim: 2048,
      projection_class_embeddings_input_dim: 2816,
    }
    const millions = (config: object) => modelCost(readConfig(config), { batch: 1 }).parameters / 1e6
    expect(millions({ ...v1, down_block_types: blocks })).toBeCloseTo(859.521, 2)
    expect(millions({ ...v1, ...xl, down_block_types: ['DownBlock2D', 'CrossAttnDownBlock2D', 'CrossAttnDownBlock2D'] })).toBeCloseTo(2567.464, 2)
    expect(millions({ _class_name: 'AutoencoderKL', block_out_channels: [128, 256, 512, 512], sample_size: 512 })).toBeCloseTo(49.49, 1)
  })

  it('ties embeddings as its library does by default', () => {
    const parameters = (model_type: string) => modelCost(readConfig({ ...LLAMA, model_type, head_dim: 8 }), { batch: 1, sequence: 4 }).parameters
    expect(parameters('llama') - parameters('gemma')).toBe(100 * 64)
  })

  it('with biases has them', () => {
    const parameters = (extra: object) => modelCost(readConfig({ ...LLAMA, ...extra }), { batch: 1, sequence: 4 }).parameters
    expect(parameters({ attention_bias: true }) - parameters({})).toBe(2 * (64 + 16 + 16 + 64))
    expect(parameters({ mlp_bias: true }) - parameters({})).toBe(2 * (128 + 128 + 64))
  })

  it('is one of at least 45 types', () => {
    expect(MODEL_TYPES.length).toBeGreaterThanOrEqual(45)
  })
})

describe('a configuration that cannot be used is refused with the field and what is allowed', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['nothing', undefined, 'The model configuration is missing: give an object, as in a Hugging Face config.json.'],
    ['null', null, 'The model configuration is null: give an object, as in a Hugging Face config.json.'],
    ['a list', [], 'The model configuration is a list: give an object, as in a Hugging Face config.json.'],
    ['a text', 'bert', 'The model configuration is "bert": give an object, as in a Hugging Face config.json.'],
    ['no layers', without(LLAMA, 'num_hidden_layers'), 'num_hidden_layers is missing: give a whole number from 1 to 1024.'],
    ['negative layers', { ...LLAMA, num_hidden_layers: -1 }, 'num_hidden_layers is -1: give a whole number from 1 to 1024.'],
    ['half a layer', { ...LLAMA, num_hidden_layers: 1.5 }, 'num_hidden_layers is 1.5: give a whole number from 1 to 1024.'],
    ['a quintillion layers', { ...LLAMA, num_hidden_layers: 1e18 }, 'num_hidden_layers is 1000000000000000000: give a whole number from 1 to 1024.'],
    ['layers as text', { ...LLAMA, num_hidden_layers: '12' }, 'num_hidden_layers is "12": give a whole number from 1 to 1024.'],
    ['infinite width', { ...LLAMA, hidden_size: Number.POSITIVE_INFINITY }, 'hidden_size is Infinity: give a whole number from 1 to 1048576.'],
    ['no number', { ...LLAMA, vocab_size: Number.NaN }, 'vocab_size is NaN: give a whole number from 1 to 16777216.'],
    ['heads that do not divide the width', { ...LLAMA, num_attention_heads: 7, num_key_value_heads: 7 }, 'head_dim is 9.142857142857142: give a whole number from 1 to 1048576.'],
    ['heads that cannot share', { ...LLAMA, num_key_value_heads: 3 }, '8 attention heads cannot share 3 key-value heads evenly: num_key_value_heads must divide num_attention_heads.'],
    ['an odd head', { ...LLAMA, head_dim: 7 }, 'Rotary positions turn 7 places of a head of 7, which must be an even number: check head_dim and the rotary share.'],
    ['an activation of another kind', { ...LLAMA, hidden_act: 'sine' }, 'hidden_act is "sine": give one of relu, '],
    ['an activation from the prototype', { ...LLAMA, hidden_act: 'constructor' }, 'hidden_act is "constructor": give one of relu, '],
    ['a flag that is none', { ...LLAMA, tie_word_embeddings: 'yes' }, 'tie_word_embeddings is "yes": give true or false.'],
    ['more active experts than there are', { ...MIXTURE, num_experts_per_tok: 9 }, 'num_experts_per_tok is 9: give a whole number from 1 to 8.'],
    ['experts without a count', without(MIXTURE, 'num_local_experts'), 'num_local_experts is missing: give a whole number from 1 to 1048576.'],
    ['an unknown type', { ...LLAMA, model_type: 'resnext9000' }, 'model_type is "resnext9000", which is not known: known types like it are resnet; give one of a known type, or parameters and flops'],
    [
      'an unknown type like no other',
      { ...LLAMA, model_type: 'zzzzzz' },
      'model_type is "zzzzzz", which is not known: give a config.json of a known type, such as bert, llama or resnet, or parameters and flops',
    ],
    [
      'a state-space model',
      { model_type: 'mamba', architectures: ['MambaForCausalLM'], hidden_size: 768, state_size: 16 },
      'model_type is "mamba", a state-space model: no graph is built for such a model, so give parameters and flops',
    ],
    [
      'a hybrid with the fields of Llama',
      { ...LLAMA, model_type: 'jamba', architectures: ['JambaForCausalLM'], attn_layer_period: 8 },
      'model_type is "jamba", a hybrid of attention and state-space or recurrent layers: ',
    ],
    ['a recurrent text model in a section', { model_type: 'llava', text_config: { model_type: 'rwkv' } }, 'text_config is of a recurrent language model: no graph is built'],
    [
      'a class of Diffusers without a builder',
      { _class_name: 'FluxTransformer2DModel' },
      '_class_name is "FluxTransformer2DModel": of Diffusers give the configuration of a part that is one of UNet2DConditionModel, AutoencoderKL',
    ],
    ['fewer depths than widths', { model_type: 'convnext', depths: [3, 3, 9], hidden_sizes: [96, 192, 384, 768] }, 'depths has 3 entries and hidden_sizes 4: give one of each for every stage.'],
    ['more depths than heads', { model_type: 'swin', depths: [2, 2, 6, 2, 2] }, 'depths has 5 entries and num_heads 4: give one of each for every stage.'],
    ['a type that is a number', { ...LLAMA, model_type: 7 }, 'model_type is 7: give a text.'],
    ['a type from the prototype', { ...LLAMA, model_type: 'toString' }, 'model_type is "toString", which is not known: '],
    ['a section that is none', { model_type: 'llava', text_config: 3 }, 'text_config is 3: give an object, as in a Hugging Face config.json.'],
    ['a field of a section', { model_type: 'llava', text_config: { ...LLAMA, hidden_size: 0 } }, 'text_config.hidden_size is 0: give a whole number from 1 to 1048576.'],
    ['a very long text', { ...LLAMA, hidden_size: 'x'.repeat(1e6) }, `hidden_size is "${'x'.repeat(40)}"…: give a whole number`],
  ]

  it.each(cases)('%s', (_what, json, message) => {
    const error = refusal(json)
    expect(error.code).toBe('invalid_model')
    expect(error.status).toBe(422)
    expect(error.message.slice(0, message.length)).toBe(message)
    expect(error.message.length).toBeLessThan(1200)
  })

  it('does not read what it inherits', () => {
    const json = JSON.parse('{"__proto__": {"model_type": "llama"}}')
    expect(refusal(json).message).toContain('model_type is "": give a config.json with one')
    expect(refusal(Object.create(LLAMA)).message).toContain('model_type is ""')
  })

  it('and sizes that no machine has are refused when the graph is built', () => {
    const { builder, config } = readConfig(LLAMA)
    const build = (size: object) => () => BUILDERS[builder].build(config as never, { batch: 1, ...size })
    expect(build({ batch: 0 })).toThrow('batch_size is 0: give a whole number from 1 to 1048576.')
    expect(build({ sequence: 1e12 })).toThrow('sequence_length is 1000000000000: give a whole number from 1 to 16777216.')
    expect(build({ past: -1, phase: 'decode' })).toThrow('past length is -1: give a whole number from 0 to 16777216.')
  })
})

it('the largest sizes that are allowed are built and counted at once', () => {
  const huge = { ...LLAMA, num_hidden_layers: 1024, hidden_size: 1_048_576, num_attention_heads: 8192, num_key_value_heads: 8192, intermediate_size: 1_048_576, vocab_size: 16_777_216 }
  const { builder, config } = readConfig(huge)
  const cost = modelCost({ builder, config } as never, { batch: 1_048_576, sequence: 16_777_216 })
  expect(Object.values(cost).every(Number.isFinite)).toBe(true)
  const graph = BUILDERS[builder].build(config as never, { batch: 1, sequence: 8 })
  expect(graph.nodes.length).toBeGreaterThan(40_000)
})
