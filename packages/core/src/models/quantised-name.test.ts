import { expect, it } from 'vitest'
import { resolveModel } from './index.ts'
import { quantisedName } from './quantised-name.ts'

it.each([
  ['unsloth/Llama-3.2-1B-bnb-4bit', 'int4', 'bnb-4bit'],
  ['TheBloke/Llama-2-7B-GPTQ', 'int4', 'GPTQ'],
  ['Qwen/Qwen2.5-7B-Instruct-AWQ', 'int4', 'AWQ'],
  ['Qwen/Qwen2.5-7B-Instruct-GPTQ-Int8', 'int8', 'Int8'],
  ['bartowski/Llama-3.2-1B-Instruct-GGUF Q4_K_M', 'int4', 'Q4_K_M'],
  ['llama-3.1-8b-q8_0', 'int8', 'q8_0'],
  ['Llama-3.1-8B-Instruct-IQ3_XXS', 'int4', 'IQ3_XXS'],
  ['neuralmagic/Meta-Llama-3.1-8B-Instruct-FP8', 'fp8', 'FP8'],
  ['RedHatAI/Qwen2.5-7B-quantized.w8a8', 'int8', 'w8a8'],
])('%s has %s weights', (name, precision, words) => expect(quantisedName(name)).toEqual({ precision, words }))

it.each(['bert-base-uncased', 'Llama-2-7B-GGUF', 'resnet50-quantized', 'gpt2', 'qwen2.5-4b', 'squeezenet1_1', 'q-former', 'unknown-8b'])('%s tells nothing of its precision', (name) =>
  expect(quantisedName(name)).toBeUndefined(),
)

it('a quantisation is not said to change nothing', () => {
  const { source, explanation } = resolveModel({ modelName: 'unsloth/Llama-3.2-1B-Instruct-bnb-4bit' })
  expect(source).toBe('exact')
  expect(explanation).not.toContain('4bit" in the name does')
  expect(explanation).toContain('"instruct" in the name does not change')
})
