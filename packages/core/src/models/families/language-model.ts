import type { HubConfig, ModelSpec } from '../model.ts'

/** Billions of parameters that a token meets, as the model cards of mixtures of experts give them. */
const ACTIVE_BILLIONS: ReadonlyMap<string, number> = new Map([
  ['mixtral-8x7b', 12.9],
  ['mixtral-8x22b', 39.1],
  ['qwen3-30b-a3b', 3.3],
  ['qwen3-235b-a22b', 22],
  ['gpt-oss-20b', 3.6],
  ['gpt-oss-120b', 5.1],
  ['deepseek-v2-lite', 2.4],
  ['deepseek-v3', 37],
  ['deepseek-v3.1', 37],
  ['deepseek-r1', 37],
  ['kimi-k2', 32],
  ['kimi-k2.5', 32],
])

/** A language model that is known by its configuration; one item is a token. */
export function languageModel(id: string, architecture: string, billions: number, config: HubConfig, aliases: readonly string[] = []): ModelSpec {
  const active = ACTIVE_BILLIONS.get(architecture)
  return {
    id,
    aliases,
    architecture,
    family: 'text_generation',
    unit: 'token',
    inputSize: 128,
    parameters: Math.round(billions * 1e9),
    ...(active && { activeParameters: Math.round(active * 1e9) }),
    config,
    source: 'config.json and parameter count of the model on the Hugging Face hub',
  }
}
