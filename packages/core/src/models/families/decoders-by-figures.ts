import type { ModelSpec } from '../model.ts'

/** Decoders known by their published figures: multiply-accumulates of a token are the parameters it meets. */
const ROWS: readonly (readonly [id: string, architecture: string, billions: number, activeBillions: number, aliases?: readonly string[]])[] = [
  ['zai-org/GLM-5', 'glm-5', 744, 40],
  ['zai-org/GLM-4.5-Air', 'glm-4.5-air', 106, 12],
  ['MiniMaxAI/MiniMax-M2.5', 'minimax-m2.5', 230, 10, ['minimax-m2']],
  ['Qwen/Qwen3.5-2B', 'qwen3.5-2b', 2, 2],
  ['Qwen/Qwen3.5-4B', 'qwen3.5-4b', 4.2, 4.2],
  ['Qwen/Qwen3.5-122B-A10B', 'qwen3.5-122b-a10b', 122.11, 10],
  ['Qwen/Qwen3.5-397B-A17B', 'qwen3.5-397b-a17b', 397, 17],
  ['Qwen/Qwen3.6-27B', 'qwen3.6-27b', 27.32, 27],
  ['Qwen/Qwen3.6-35B-A3B', 'qwen3.6-35b-a3b', 34.66, 3],
  ['google/gemma-4-E2B', 'gemma-4-e2b', 5.1, 2.3],
  ['google/gemma-4-26B-A4B', 'gemma-4-26b-a4b', 25.23, 4],
  ['google/gemma-4-31B', 'gemma-4-31b', 30.7, 30.7],
  ['LiquidAI/LFM2.5-1.2B', 'lfm2.5-1.2b', 1.17, 1.17, ['lfm2-1.2b']],
  ['mistralai/Ministral-3-3B-Instruct-2512', 'ministral-3-3b', 3.4, 3.4, ['ministral-3-3b']],
  ['mosaicml/mpt-7b', 'mpt-7b', 6.649, 6.649, ['mpt']],
  ['mosaicml/mpt-30b', 'mpt-30b', 29.958, 29.958],
  ['baichuan-inc/Baichuan2-7B-Base', 'baichuan2-7b', 7.506, 7.506, ['baichuan2', 'baichuan2-7b']],
  ['tiiuae/falcon-180B', 'falcon-180b', 179.522, 179.522],
  ['databricks/dbrx-base', 'dbrx', 131.6, 36, ['dbrx']],
  ['CohereForAI/c4ai-command-r-v01', 'command-r', 34.98, 34.98, ['command-r', 'command-r-35b']],
  ['CohereForAI/c4ai-command-r-plus', 'command-r-plus', 103.81, 103.81, ['command-r-plus']],
  ['xai-org/grok-1', 'grok-1', 314, 86],
  ['microsoft/Phi-3.5-MoE-instruct', 'phi-3.5-moe', 41.87, 6.6, ['phi-3.5-moe']],
]

/** Language models without a graph, by total and active parameters. One item is a token. */
export const DECODERS_BY_FIGURES: readonly ModelSpec[] = ROWS.map(([id, architecture, billions, activeBillions, aliases = []]) => ({
  id,
  aliases,
  architecture,
  family: 'text_generation',
  unit: 'token',
  inputSize: 128,
  parameters: Math.round(billions * 1e9),
  activeParameters: Math.round(activeBillions * 1e9),
  published: [{ inputSize: 1, macs: Math.round(activeBillions * 1e9) }],
  source: 'total and active parameters as the model card gives them',
}))
