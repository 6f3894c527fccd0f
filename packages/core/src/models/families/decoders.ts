import type { ModelSpec } from '../model.ts'
import { languageModel } from './language-model.ts'

/** Layers, hidden size, heads, key-value heads, inner size of the feed-forward layer, vocabulary. */
type Shape = readonly [layers: number, hidden: number, heads: number, keyValueHeads: number, inner: number, vocabulary: number]

type Row = readonly [id: string, architecture: string, shape: Shape, billions: number, aliases?: readonly string[], extra?: Readonly<Record<string, unknown>>]

const TIED = { tie_word_embeddings: true }
const GEMMA_2 = { head_dim: 256, tie_word_embeddings: true }
const QK_NORM = { head_dim: 128, tie_word_embeddings: false }
const QK_NORM_TIED = { head_dim: 128, tie_word_embeddings: true }

/** Decoders whose configuration is in the style of Llama: id, architecture, shape, published parameters in billions, further names, further configuration. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  llama: [
    ['huggyllama/llama-7b', 'llama-7b', [32, 4096, 32, 32, 11008, 32000], 6.738],
    ['huggyllama/llama-13b', 'llama-13b', [40, 5120, 40, 40, 13824, 32000], 13.016],
    ['huggyllama/llama-30b', 'llama-30b', [60, 6656, 52, 52, 17920, 32000], 32.529, ['llama-33b']],
    ['huggyllama/llama-65b', 'llama-65b', [80, 8192, 64, 64, 22016, 32000], 65.286],
    ['meta-llama/Llama-2-7b-hf', 'llama-2-7b', [32, 4096, 32, 32, 11008, 32000], 6.738, ['llama-2', 'llama2', 'llama2-7b', 'vicuna-7b-v1.5', 'llama-v2-7b']],
    ['meta-llama/Llama-2-13b-hf', 'llama-2-13b', [40, 5120, 40, 40, 13824, 32000], 13.016, ['llama2-13b', 'vicuna-13b-v1.5']],
    ['meta-llama/Llama-2-70b-hf', 'llama2-70b', [80, 8192, 64, 8, 28672, 32000], 68.977, ['llama2-70b', 'llama2-70b-99', 'llama2-70b-99.9']],
    ['meta-llama/Meta-Llama-3-8B', 'llama-3-8b', [32, 4096, 32, 8, 14336, 128256], 8.03, ['llama-3', 'llama3', 'llama-3-8b', 'llama3-8b']],
    ['meta-llama/Meta-Llama-3-70B', 'llama-3-70b', [80, 8192, 64, 8, 28672, 128256], 70.554, ['llama-3-70b', 'llama3-70b']],
    ['meta-llama/Llama-3.1-8B', 'llama-3.1-8b', [32, 4096, 32, 8, 14336, 128256], 8.03, ['llama-3.1', 'meta-llama-3.1-8b', 'llama-v3-1-8b']],
    ['meta-llama/Llama-3.1-70B', 'llama-3.1-70b', [80, 8192, 64, 8, 28672, 128256], 70.554, ['meta-llama-3.1-70b']],
    ['meta-llama/Llama-3.1-405B', 'llama-3.1-405b', [126, 16384, 128, 8, 53248, 128256], 405.853, ['meta-llama-3.1-405b', 'llama-3-405b']],
    ['meta-llama/Llama-3.2-1B', 'llama-3.2-1b', [16, 2048, 32, 8, 8192, 128256], 1.236, ['llama-3.2', 'llama-v3-2-1b'], TIED],
    ['meta-llama/Llama-3.2-3B', 'llama-3.2-3b', [28, 3072, 24, 8, 8192, 128256], 3.213, ['llama-v3-2-3b'], TIED],
    ['meta-llama/Llama-3.3-70B-Instruct', 'llama-3.3-70b', [80, 8192, 64, 8, 28672, 128256], 70.554, ['llama-3.3-70b']],
    ['nvidia/Llama-3.1-Nemotron-70B-Instruct-HF', 'llama-3.1-70b', [80, 8192, 64, 8, 28672, 128256], 70.554],
    ['codellama/CodeLlama-7b-hf', 'codellama-7b', [32, 4096, 32, 32, 11008, 32016], 6.739],
    ['codellama/CodeLlama-13b-hf', 'codellama-13b', [40, 5120, 40, 40, 13824, 32016], 13.016],
    ['codellama/CodeLlama-34b-hf', 'codellama-34b', [48, 8192, 64, 8, 22016, 32000], 33.744],
    ['codellama/CodeLlama-70b-hf', 'codellama-70b', [80, 8192, 64, 8, 28672, 32016], 68.977],
    ['TinyLlama/TinyLlama-1.1B-Chat-v1.0', 'tinyllama-1.1b-v1.0', [22, 2048, 32, 4, 5632, 32000], 1.1, ['tinyllama', 'tinyllama-1.1b']],
    ['HuggingFaceTB/SmolLM-135M', 'smollm-135m', [30, 576, 9, 3, 1536, 49152], 0.1345, [], TIED],
    ['HuggingFaceTB/SmolLM-360M', 'smollm-360m', [32, 960, 15, 5, 2560, 49152], 0.3618, ['smollm'], TIED],
    ['HuggingFaceTB/SmolLM-1.7B', 'smollm-1.7b', [24, 2048, 32, 32, 8192, 49152], 1.711, [], TIED],
    ['HuggingFaceTB/SmolLM2-135M', 'smollm2-135m', [30, 576, 9, 3, 1536, 49152], 0.1345, [], TIED],
    ['HuggingFaceTB/SmolLM2-360M', 'smollm2-360m', [32, 960, 15, 5, 2560, 49152], 0.3618, ['smollm2'], TIED],
    ['HuggingFaceTB/SmolLM2-1.7B', 'smollm2-1.7b', [24, 2048, 32, 32, 8192, 49152], 1.711, [], TIED],
    ['HuggingFaceTB/SmolLM3-3B', 'smollm3-3b', [36, 2048, 16, 4, 11008, 128256], 3.075, [], TIED],
    ['01-ai/Yi-6B', 'yi-6b', [32, 4096, 32, 4, 11008, 64000], 6.061],
    ['01-ai/Yi-1.5-6B', 'yi-1.5-6b', [32, 4096, 32, 4, 11008, 64000], 6.061],
    ['01-ai/Yi-1.5-9B', 'yi-1.5-9b', [48, 4096, 32, 4, 11008, 64000], 8.829],
    ['01-ai/Yi-34B', 'yi-34b', [60, 7168, 56, 8, 20480, 64000], 34.389, ['yi-1.5-34b']],
    ['deepseek-ai/deepseek-llm-7b-base', 'deepseek-7b', [30, 4096, 32, 32, 11008, 102400], 6.91],
    ['deepseek-ai/deepseek-llm-67b-base', 'deepseek-67b', [95, 8192, 64, 8, 22016, 102400], 67.425],
    ['deepseek-ai/deepseek-coder-1.3b-base', 'deepseek-coder-1.3b', [24, 2048, 16, 16, 5504, 32256], 1.346],
    ['deepseek-ai/deepseek-coder-6.7b-base', 'deepseek-coder-6.7b', [32, 4096, 32, 32, 11008, 32256], 6.741],
    ['deepseek-ai/deepseek-coder-33b-base', 'deepseek-coder-33b', [62, 7168, 56, 8, 19200, 32256], 33.343],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-8B', 'deepseek-r1-distill-llama-8b', [32, 4096, 32, 8, 14336, 128256], 8.03],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-70B', 'deepseek-r1-distill-llama-70b', [80, 8192, 64, 8, 28672, 128256], 70.554],
    ['ibm-granite/granite-3.1-2b-instruct', 'granite-3.1-2b', [40, 2048, 32, 8, 8192, 49155], 2.534, ['granite-3.2-2b', 'granite-3.3-2b'], TIED],
    ['ibm-granite/granite-3.1-8b-instruct', 'granite-3.1-8b', [40, 4096, 32, 8, 12800, 49155], 8.171, ['granite-3.2-8b', 'granite-3.3-8b'], TIED],
    ['internlm/internlm2-1_8b', 'internlm2-1_8b', [24, 2048, 16, 8, 8192, 92544], 1.889, ['internlm2-chat-1_8b']],
    ['internlm/internlm2-7b', 'internlm2-7b', [32, 4096, 32, 8, 14336, 92544], 7.738, ['internlm2-chat-7b', 'internlm2_5-7b', 'internlm2_5-7b-chat']],
    ['tiiuae/Falcon3-7B-Instruct', 'falcon3-7b', [28, 3072, 12, 4, 23040, 131072], 7.456, ['falcon-v3-7b', 'falcon3-7b'], { head_dim: 256 }],
    ['tiiuae/Falcon3-1B-Instruct', 'falcon3-1b', [18, 2048, 8, 4, 8192, 131072], 1.669, ['falcon3-1b'], { head_dim: 256 }],
    ['upstage/SOLAR-10.7B-v1.0', 'solar-10.7b', [48, 4096, 32, 8, 14336, 32000], 10.732],
    ['openlm-research/open_llama_3b', 'open-llama-3b', [26, 3200, 32, 32, 8640, 32000], 3.426],
  ],
  nemotron: [['nvidia/Minitron-4B-Base', 'minitron-4b', [32, 3072, 24, 8, 9216, 256000], 4.19, [], { head_dim: 128 }]],
  mistral: [
    ['mistralai/Mistral-7B-v0.1', 'mistral-7b', [32, 4096, 32, 8, 14336, 32000], 7.242, ['mistral', 'mistral-7b', 'mistral-7b-v0.2', 'zephyr-7b-beta']],
    ['mistralai/Mistral-7B-v0.3', 'mistral-7b', [32, 4096, 32, 8, 14336, 32768], 7.248],
    ['mistralai/Mistral-Nemo-Base-2407', 'mistral-nemo-2407', [40, 5120, 32, 8, 14336, 131072], 12.248, ['mistral-nemo', 'mistral-nemo-12b', 'mistral-nemo-2407'], { head_dim: 128 }],
    ['mistralai/Mistral-Small-24B-Base-2501', 'mistral-small-24b', [40, 5120, 32, 8, 32768, 131072], 23.572, ['mistral-small', 'mistral-small-24b'], { head_dim: 128 }],
    ['mistralai/Mistral-Large-Instruct-2407', 'mistral-large', [88, 12288, 96, 8, 28672, 32768], 122.61, ['mistral-large'], { head_dim: 128 }],
    ['mistralai/Ministral-8B-Instruct-2410', 'ministral-8b', [36, 4096, 32, 8, 12288, 131072], 8.02, ['ministral-8b'], { head_dim: 128 }],
  ],
  mixtral: [
    ['mistralai/Mixtral-8x7B-v0.1', 'mixtral-8x7b', [32, 4096, 32, 8, 14336, 32000], 46.703, ['mixtral', 'mixtral-8x7b'], { num_local_experts: 8, num_experts_per_tok: 2 }],
    ['mistralai/Mixtral-8x22B-v0.1', 'mixtral-8x22b', [56, 6144, 48, 8, 16384, 32000], 140.621, ['mixtral-8x22b'], { num_local_experts: 8, num_experts_per_tok: 2 }],
  ],
  qwen2: [
    ['Qwen/Qwen1.5-0.5B', 'qwen1.5-0.5b', [24, 1024, 16, 16, 2816, 151936], 0.464, [], TIED],
    ['Qwen/Qwen1.5-1.8B', 'qwen1.5-1.8b', [24, 2048, 16, 16, 5504, 151936], 1.837],
    ['Qwen/Qwen1.5-4B', 'qwen1.5-4b', [40, 2560, 20, 20, 6912, 151936], 3.95],
    ['Qwen/Qwen1.5-7B', 'qwen1.5-7b', [32, 4096, 32, 32, 11008, 151936], 7.721],
    ['Qwen/Qwen1.5-14B', 'qwen1.5-14b', [40, 5120, 40, 40, 13696, 152064], 14.167],
    ['Qwen/Qwen1.5-72B', 'qwen1.5-72b', [80, 8192, 64, 64, 24576, 152064], 72.288],
    ['Qwen/Qwen2-0.5B', 'qwen2-0.5b', [24, 896, 14, 2, 4864, 151936], 0.494, [], TIED],
    ['Qwen/Qwen2-1.5B', 'qwen2-1.5b', [28, 1536, 12, 2, 8960, 151936], 1.544, [], TIED],
    ['Qwen/Qwen2-7B', 'qwen2-7b', [28, 3584, 28, 4, 18944, 152064], 7.616],
    ['Qwen/Qwen2-72B', 'qwen2-72b', [80, 8192, 64, 8, 29568, 152064], 72.706],
    ['Qwen/Qwen2.5-0.5B', 'qwen2.5-0.5b', [24, 896, 14, 2, 4864, 151936], 0.494, ['qwen2.5-coder-0.5b'], TIED],
    ['Qwen/Qwen2.5-1.5B', 'qwen2.5-1.5b', [28, 1536, 12, 2, 8960, 151936], 1.544, ['qwen2.5-coder-1.5b'], TIED],
    ['Qwen/Qwen2.5-3B', 'qwen2.5-3b', [36, 2048, 16, 2, 11008, 151936], 3.086, ['qwen2.5-coder-3b'], TIED],
    ['Qwen/Qwen2.5-7B', 'qwen2.5-7b', [28, 3584, 28, 4, 18944, 152064], 7.616, ['qwen2.5', 'qwen2.5-coder-7b']],
    ['Qwen/Qwen2.5-14B', 'qwen2.5-14b', [48, 5120, 40, 8, 13824, 152064], 14.77, ['qwen2.5-coder-14b']],
    ['Qwen/Qwen2.5-32B', 'qwen2.5-32b', [64, 5120, 40, 8, 27648, 152064], 32.764, ['qwen2.5-coder-32b', 'qwq-32b']],
    ['Qwen/Qwen2.5-72B', 'qwen2.5-72b', [80, 8192, 64, 8, 29568, 152064], 72.706],
    ['deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B', 'deepseek-r1-distill-qwen-1.5b', [28, 1536, 12, 2, 8960, 151936], 1.777],
    ['deepseek-ai/DeepSeek-R1-Distill-Qwen-7B', 'deepseek-r1-distill-qwen-7b', [28, 3584, 28, 4, 18944, 152064], 7.616],
    ['deepseek-ai/DeepSeek-R1-Distill-Qwen-14B', 'deepseek-r1-distill-qwen-14b', [48, 5120, 40, 8, 13824, 152064], 14.77],
    ['deepseek-ai/DeepSeek-R1-Distill-Qwen-32B', 'deepseek-r1-distill-qwen-32b', [64, 5120, 40, 8, 27648, 152064], 32.764],
  ],
  qwen3: [
    ['Qwen/Qwen3-0.6B', 'qwen3-0.6b', [28, 1024, 16, 8, 3072, 151936], 0.596, [], QK_NORM_TIED],
    ['Qwen/Qwen3-1.7B', 'qwen3-1.7b', [28, 2048, 16, 8, 6144, 151936], 1.721, [], QK_NORM_TIED],
    ['Qwen/Qwen3-4B', 'qwen3-4b', [36, 2560, 32, 8, 9728, 151936], 4.022, [], QK_NORM_TIED],
    ['Qwen/Qwen3-8B', 'qwen3-8b', [36, 4096, 32, 8, 12288, 151936], 8.191, ['qwen3', 'deepseek-r1-0528-qwen3-8b'], QK_NORM],
    ['Qwen/Qwen3-14B', 'qwen3-14b', [40, 5120, 40, 8, 17408, 151936], 14.768, [], QK_NORM],
    ['Qwen/Qwen3-32B', 'qwen3-32b', [64, 5120, 64, 8, 25600, 151936], 32.762, [], QK_NORM],
  ],
  qwen3_moe: [
    ['Qwen/Qwen3-30B-A3B', 'qwen3-30b-a3b', [48, 2048, 32, 4, 6144, 151936], 30.532, [], { ...QK_NORM, num_experts: 128, num_experts_per_tok: 8, moe_intermediate_size: 768, decoder_sparse_step: 1 }],
    [
      'Qwen/Qwen3-235B-A22B',
      'qwen3-235b-a22b',
      [94, 4096, 64, 4, 12288, 151936],
      235.094,
      [],
      { ...QK_NORM, num_experts: 128, num_experts_per_tok: 8, moe_intermediate_size: 1536, decoder_sparse_step: 1 },
    ],
  ],
  gemma: [
    ['google/gemma-2b', 'gemma-2b', [18, 2048, 8, 1, 16384, 256000], 2.506, ['gemma'], GEMMA_2],
    ['google/gemma-7b', 'gemma-7b', [28, 3072, 16, 16, 24576, 256000], 8.538, [], GEMMA_2],
  ],
  gemma2: [
    ['google/gemma-2-2b', 'gemma-2-2b', [26, 2304, 8, 4, 9216, 256000], 2.614, ['gemma-2', 'gemma2', 'gemma2-2b'], GEMMA_2],
    ['google/gemma-2-9b', 'gemma-2-9b', [42, 3584, 16, 8, 14336, 256000], 9.242, ['gemma2-9b'], GEMMA_2],
    ['google/gemma-2-27b', 'gemma-2-27b', [46, 4608, 32, 16, 36864, 256000], 27.227, ['gemma2-27b'], { head_dim: 128, tie_word_embeddings: true }],
  ],
  gemma3_text: [
    ['google/gemma-3-270m', 'gemma-3-270m', [18, 640, 4, 1, 2048, 262144], 0.268, [], { ...GEMMA_2, sliding_window: 512 }],
    ['google/gemma-3-1b-pt', 'gemma-3-1b', [26, 1152, 4, 1, 6912, 262144], 1.0, ['gemma-3-1b'], { ...GEMMA_2, sliding_window: 512 }],
    ['google/gemma-3-4b-pt', 'gemma-3-4b', [34, 2560, 8, 4, 10240, 262208], 3.88, ['gemma-3', 'gemma3', 'gemma-3-4b'], { ...GEMMA_2, sliding_window: 1024 }],
    ['google/gemma-3-12b-pt', 'gemma-3-12b', [48, 3840, 16, 8, 15360, 262208], 11.766, ['gemma-3-12b'], { ...GEMMA_2, sliding_window: 1024 }],
    ['google/gemma-3-27b-pt', 'gemma-3-27b', [62, 5376, 32, 16, 21504, 262208], 27.009, ['gemma-3-27b'], { head_dim: 128, tie_word_embeddings: true, sliding_window: 1024 }],
  ],
  phi: [
    ['microsoft/phi-1', 'phi-1', [24, 2048, 32, 32, 8192, 51200], 1.418],
    ['microsoft/phi-1_5', 'phi-1.5', [24, 2048, 32, 32, 8192, 51200], 1.418, ['phi-1.5']],
    ['microsoft/phi-2', 'phi-2', [32, 2560, 32, 32, 10240, 51200], 2.78, ['phi']],
  ],
  phi3: [
    ['microsoft/Phi-3-mini-4k-instruct', 'phi-3-mini-4k', [32, 3072, 32, 32, 8192, 32064], 3.821, ['phi-3', 'phi-3-mini']],
    ['microsoft/Phi-3-mini-128k-instruct', 'phi-3-mini-128k', [32, 3072, 32, 32, 8192, 32064], 3.821],
    ['microsoft/Phi-3.5-mini-instruct', 'phi-3.5-mini', [32, 3072, 32, 32, 8192, 32064], 3.821, ['phi-3.5', 'phi-3.5-mini']],
    ['microsoft/Phi-3-medium-4k-instruct', 'phi-3-medium', [40, 5120, 40, 10, 17920, 32064], 13.96, ['phi-3-medium']],
    ['microsoft/phi-4', 'phi-4', [40, 5120, 40, 10, 17920, 100352], 14.66],
    ['microsoft/Phi-4-mini-instruct', 'phi-4-mini', [32, 3072, 24, 8, 8192, 200064], 3.836, ['phi-4-mini'], TIED],
  ],
  stablelm: [
    ['stabilityai/stablelm-3b-4e1t', 'stablelm-3b', [32, 2560, 32, 32, 6912, 50304], 2.795, ['stablelm-3b']],
    ['stabilityai/stablelm-2-1_6b', 'stablelm-2-1.6b', [24, 2048, 32, 32, 5632, 100352], 1.645, ['stablelm-2-1.6b']],
  ],
  olmo: [
    ['allenai/OLMo-1B-hf', 'olmo-1b', [16, 2048, 16, 16, 8192, 50304], 1.177, ['olmo-1b'], TIED],
    ['allenai/OLMo-7B-hf', 'olmo-7b', [32, 4096, 32, 32, 11008, 50304], 6.888, ['olmo-7b']],
  ],
  starcoder2: [
    ['bigcode/starcoder2-3b', 'starcoder2-3b', [30, 3072, 24, 2, 12288, 49152], 3.03, [], TIED],
    ['bigcode/starcoder2-7b', 'starcoder2-7b', [32, 4608, 36, 4, 18432, 49152], 7.174, ['starcoder2'], TIED],
    ['bigcode/starcoder2-15b', 'starcoder2-15b', [40, 6144, 48, 4, 24576, 49152], 15.958],
  ],
  gpt_oss: [
    ['openai/gpt-oss-20b', 'gpt-oss-20b', [24, 2880, 64, 8, 2880, 201088], 20.915, ['gpt-oss'], { head_dim: 64, num_local_experts: 32, num_experts_per_tok: 4, sliding_window: 128 }],
    ['openai/gpt-oss-120b', 'gpt-oss-120b', [36, 2880, 64, 8, 2880, 201088], 116.829, [], { head_dim: 64, num_local_experts: 128, num_experts_per_tok: 4, sliding_window: 128 }],
  ],
  gpt_neox: [
    ['EleutherAI/gpt-neox-20b', 'gpt-neox-20b', [44, 6144, 64, 64, 24576, 50432], 20.554, ['gpt-neox']],
    ['EleutherAI/pythia-70m', 'pythia-70m', [6, 512, 8, 8, 2048, 50304], 0.0704],
    ['EleutherAI/pythia-160m', 'pythia-160m', [12, 768, 12, 12, 3072, 50304], 0.1623],
    ['EleutherAI/pythia-410m', 'pythia-410m', [24, 1024, 16, 16, 4096, 50304], 0.4053, ['pythia']],
    ['EleutherAI/pythia-1b', 'pythia-1b', [16, 2048, 8, 8, 8192, 50304], 1.0118],
    ['EleutherAI/pythia-1.4b', 'pythia-1.4b', [24, 2048, 16, 16, 8192, 50304], 1.4146],
    ['EleutherAI/pythia-2.8b', 'pythia-2.8b', [32, 2560, 32, 32, 10240, 50304], 2.7752],
    ['EleutherAI/pythia-6.9b', 'pythia-6.9b', [32, 4096, 32, 32, 16384, 50432], 6.8573],
    ['EleutherAI/pythia-12b', 'pythia-12b', [36, 5120, 40, 40, 20480, 50688], 11.8461],
    ['databricks/dolly-v2-3b', 'pythia-2.8b', [32, 2560, 32, 32, 10240, 50280], 2.775],
  ],
}

/** Decoders that were made into embedding models: one item is a text. */
const EMBEDDERS: Readonly<Record<string, readonly Row[]>> = {
  mistral: [['intfloat/e5-mistral-7b-instruct', 'mistral-7b', [32, 4096, 32, 8, 14336, 32000], 7.111, ['e5-mistral']]],
  qwen2: [['Alibaba-NLP/gte-Qwen2-1.5B-instruct', 'qwen2-1.5b', [28, 1536, 12, 2, 8960, 151646], 1.543, [], TIED]],
  qwen3: [['Qwen/Qwen3-Embedding-0.6B', 'qwen3-0.6b', [28, 1024, 16, 8, 3072, 151669], 0.596, [], QK_NORM_TIED]],
}

const embedder = { family: 'embedding', unit: 'sample' } as const

/** Llama, Mistral, Qwen, Gemma, Phi and others whose configurations are in the style of Llama. One item is a token, of an embedding model a text. */
export const DECODERS: readonly ModelSpec[] = [
  ...Object.entries(ROWS).flatMap(([type, rows]) => rows.map((row) => spec(type, row))),
  ...Object.entries(EMBEDDERS).flatMap(([type, rows]) => rows.map((row) => ({ ...spec(type, row), ...embedder }))),
]

function spec(type: string, [id, architecture, [layers, hidden, heads, keyValueHeads, inner, vocabulary], billions, aliases, extra = {}]: Row): ModelSpec {
  const config = {
    model_type: type,
    num_hidden_layers: layers,
    hidden_size: hidden,
    num_attention_heads: heads,
    num_key_value_heads: keyValueHeads,
    intermediate_size: inner,
    vocab_size: vocabulary,
    tie_word_embeddings: false,
    ...extra,
  }
  return languageModel(id, architecture, billions, config, aliases)
}
