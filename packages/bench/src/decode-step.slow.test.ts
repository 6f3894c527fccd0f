import { type Architecture, BUILDERS, type ModelBuilder } from '@benchcast/core/graph'
import { type RunSize, runnableGraph, type SampleInput, sampleInputs } from '@benchcast/core/graph/onnx'
import { resolveModel, runSizeOf } from '@benchcast/core/models'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ModelFiles, type OutputTensor, runFeedsInChild } from './index.ts'

let files: ModelFiles
beforeAll(async () => {
  files = await ModelFiles.create()
})
afterAll(() => files.remove())

const SEED = 7
const TOKENS = 12
const BATCH = 2
const COMMON = { hidden_size: 32, num_hidden_layers: 3, num_attention_heads: 4, intermediate_size: 48, vocab_size: 100, max_position_embeddings: 64 }
const CONFIGS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  gpt2: { model_type: 'gpt2', n_embd: 32, n_layer: 3, n_head: 4, vocab_size: 100, n_positions: 64 },
  llama: { ...COMMON, model_type: 'llama', num_key_value_heads: 2 },
  gemma2: { ...COMMON, model_type: 'gemma2', num_key_value_heads: 2, head_dim: 8, sliding_window: 8, query_pre_attn_scalar: 8, attn_logit_softcapping: 50, final_logit_softcapping: 30 },
}

/** Outputs of a graph of the same weights at a size. */
async function run(architecture: Architecture, size: RunSize, change: (input: SampleInput) => SampleInput): Promise<ReadonlyMap<string, OutputTensor>> {
  const graph = runnableGraph(architecture, size, 'fp32')
  const job = { kind: 'run', modelPath: await files.write(graph, SEED), feeds: [sampleInputs(graph, SEED).map(change)], providers: ['cpu'] } as const
  const [outputs] = await runFeedsInChild(job)
  if (!Array.isArray(outputs)) throw new Error((outputs as { readonly message: string }).message)
  return new Map((outputs as readonly OutputTensor[]).map((output) => [output.name, output]))
}

const floats = ({ bytes }: OutputTensor) => new Float32Array(bytes.slice().buffer)
const isCache = (name: string) => name.startsWith('present.')
const logitsOf = (outputs: ReadonlyMap<string, OutputTensor>) => [...outputs.values()].find(({ name }) => !isCache(name))!
/** Token ids of a batch, the columns from `start` to `end` of a table that is the same for all sizes. */
const tokens = (start: number, end: number) =>
  BigInt64Array.from({ length: BATCH * (end - start) }, (_, index) => BigInt((17 * (start + (index % (end - start))) + 31 * Math.floor(index / (end - start))) % 100))
const feeding = (start: number, end: number) => (input: SampleInput) => (input.name === 'input_ids' ? { ...input, bytes: new Uint8Array(tokens(start, end).buffer) } : input)

describe('A decode step', () => {
  it.each(Object.keys(CONFIGS))('of %s fed with the cache that reading left gives what reading one token more gives', async (name) => {
    const model = resolveModel({ modelName: `tiny-${name}`, modelConfig: CONFIGS[name]! })
    const size = (phase: string, sequenceLength: number) => runSizeOf(model, { batchSize: BATCH, sequenceLength, phase })
    const read = await run(model.graph!, size('prefill', TOKENS), feeding(0, TOKENS))
    const step = await run(model.graph!, size('decode', TOKENS), (input) => {
      const cached = read.get(input.name.replace(/^past/, 'present'))
      return cached === undefined ? feeding(TOKENS, TOKENS + 1)(input) : { ...input, bytes: cached.bytes }
    })
    const whole = await run(model.graph!, size('prefill', TOKENS + 1), feeding(0, TOKENS + 1))
    const [made, expected] = [floats(logitsOf(step)), floats(logitsOf(whole))]
    expect(made.length).toBe(BATCH * 100)
    for (const [index, value] of made.entries()) expect(Math.abs(value - expected[index]!)).toBeLessThan(1e-3)
    expect([...step.keys()].filter(isCache).length).toBe(2 * 3)
    const length = (outputs: typeof read, cache: string) => outputs.get(cache)!.shape[2]!
    for (const cache of step.keys()) if (isCache(cache)) expect(length(step, cache), cache).toBe(length(read, cache) + 1)
  })

  it('takes its cache as inputs and hands it over with one token more, and only language models have one', () => {
    const { graph } = resolveModel({ modelName: 'openai-community/gpt2' })
    const { build } = BUILDERS[graph!.builder] as unknown as ModelBuilder<unknown>
    const step = build(graph!.config, { batch: 4, sequence: 128, phase: 'decode' })
    const shapeOf = (name: string) => step.tensors.get(name)!.shape
    expect([shapeOf('input_ids'), shapeOf('past.0.key'), shapeOf('present.0.key')]).toEqual([
      [4, 1],
      [4, 12, 128, 64],
      [4, 12, 129, 64],
    ])
    expect(() => runSizeOf(resolveModel({ modelName: 'bert-base-uncased' }), { batchSize: 1, phase: 'decode' })).toThrow(/It has no decode step/)
  })
})
