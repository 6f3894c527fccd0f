import type { HubConfig, ModelSpec } from '../model.ts'
import { languageModel } from './language-model.ts'

const V3_EXPERTS = { n_routed_experts: 256, first_k_dense_replace: 3 }
const KIMI_EXPERTS = { n_routed_experts: 384, first_k_dense_replace: 1 }
const V2_LITE: HubConfig = {
  ...latent(27, 2048, 16, 10944, 102400, { n_routed_experts: 64, n_shared_experts: 2, num_experts_per_tok: 6, moe_intermediate_size: 1408, first_k_dense_replace: 1 }),
  model_type: 'deepseek_v2',
  q_lora_rank: null,
}

/** Latent attention and routed experts, as in DeepSeek V3. */
function latent(layers: number, hidden: number, heads: number, inner: number, vocabulary: number, experts: Readonly<Record<string, unknown>>): HubConfig {
  return {
    model_type: 'deepseek_v3',
    num_hidden_layers: layers,
    hidden_size: hidden,
    num_attention_heads: heads,
    num_key_value_heads: heads,
    q_lora_rank: 1536,
    kv_lora_rank: 512,
    qk_nope_head_dim: 128,
    qk_rope_head_dim: 64,
    v_head_dim: 128,
    intermediate_size: inner,
    vocab_size: vocabulary,
    num_experts_per_tok: 8,
    n_shared_experts: 1,
    moe_intermediate_size: 2048,
    tie_word_embeddings: false,
    ...experts,
  }
}

/** Decoders with a configuration style of their own. */
const ROWS: readonly (readonly [id: string, architecture: string, billions: number, config: HubConfig, aliases?: readonly string[]])[] = [
  ['openai-community/gpt2', 'gpt2', 0.12444, gpt2(12, 768, 12), ['gpt2-small', 'gpt-2']],
  ['openai-community/gpt2-medium', 'gpt2_medium', 0.35482, gpt2(24, 1024, 16)],
  ['openai-community/gpt2-large', 'gpt2_large', 0.77403, gpt2(36, 1280, 20)],
  ['openai-community/gpt2-xl', 'gpt2_xl', 1.55761, gpt2(48, 1600, 25)],
  ['distilbert/distilgpt2', 'distilgpt2', 0.08191, gpt2(6, 768, 12)],
  ['microsoft/DialoGPT-medium', 'gpt2_medium', 0.35482, gpt2(24, 1024, 16)],
  ['EleutherAI/gpt-neo-125m', 'gpt-neo-125m', 0.1252, gptNeo(12, 768, 12)],
  ['EleutherAI/gpt-neo-1.3B', 'gpt-neo-1.3b', 1.3156, gptNeo(24, 2048, 16), ['gpt-neo']],
  ['EleutherAI/gpt-neo-2.7B', 'gpt-neo-2.7b', 2.6513, gptNeo(32, 2560, 20)],
  ['EleutherAI/gpt-j-6b', 'gptj', 6.0509, { model_type: 'gptj', n_layer: 28, n_embd: 4096, n_head: 16, vocab_size: 50400, n_positions: 2048, rotary_dim: 64 }, ['gptj', 'gptj-6b', 'gpt-j']],
  ['facebook/opt-125m', 'opt-125m', 0.12524, opt(12, 768, 12)],
  ['facebook/opt-350m', 'opt-350m', 0.3312, { ...opt(24, 1024, 16), word_embed_proj_dim: 512, do_layer_norm_before: false }],
  ['facebook/opt-1.3b', 'opt-1.3b', 1.31576, opt(24, 2048, 32), ['opt']],
  ['facebook/opt-2.7b', 'opt-2.7b', 2.6516, opt(32, 2560, 32)],
  ['facebook/opt-6.7b', 'opt-6.7b', 6.6585, opt(32, 4096, 32)],
  ['facebook/opt-13b', 'opt-13b', 12.853, opt(40, 5120, 40)],
  ['facebook/opt-30b', 'opt-30b', 29.975, opt(48, 7168, 56)],
  ['facebook/opt-66b', 'opt-66b', 65.718, opt(64, 9216, 72)],
  ['bigscience/bloom-560m', 'bloom-560m', 0.5592, bloom(24, 1024, 16)],
  ['bigscience/bloom-1b1', 'bloom-1.1b', 1.0653, bloom(24, 1536, 16)],
  ['bigscience/bloom-1b7', 'bloom-1.7b', 1.7224, bloom(24, 2048, 16)],
  ['bigscience/bloom-3b', 'bloom-3b', 3.0026, bloom(30, 2560, 32)],
  ['bigscience/bloom-7b1', 'bloom-7b1', 7.069, bloom(30, 4096, 32), ['bloomz-7b1']],
  ['bigscience/bloom', 'bloom-176b', 176.247, bloom(70, 14336, 112)],
  [
    'tiiuae/falcon-7b',
    'falcon-7b',
    6.922,
    { model_type: 'falcon', num_hidden_layers: 32, hidden_size: 4544, num_attention_heads: 71, multi_query: true, parallel_attn: true, bias: false, vocab_size: 65024 },
    ['falcon'],
  ],
  [
    'tiiuae/falcon-40b',
    'falcon-40b',
    41.303,
    { model_type: 'falcon', num_hidden_layers: 60, hidden_size: 8192, num_attention_heads: 128, num_kv_heads: 8, new_decoder_architecture: true, bias: false, vocab_size: 65024 },
  ],
  [
    'bigcode/starcoderbase-1b',
    'starcoderbase-1b',
    1.1372,
    { model_type: 'gpt_bigcode', n_layer: 24, n_embd: 2048, n_head: 16, n_inner: 8192, multi_query: true, vocab_size: 49152, n_positions: 8192 },
  ],
  ['deepseek-ai/DeepSeek-V2-Lite', 'deepseek-v2-lite', 15.706, V2_LITE],
  ['deepseek-ai/DeepSeek-V3', 'deepseek-v3', 671, latent(61, 7168, 128, 18432, 129280, V3_EXPERTS), ['deepseek-v3-0324']],
  ['deepseek-ai/DeepSeek-V3.1', 'deepseek-v3.1', 671, latent(61, 7168, 128, 18432, 129280, V3_EXPERTS)],
  ['deepseek-ai/DeepSeek-R1', 'deepseek-r1', 671, latent(61, 7168, 128, 18432, 129280, V3_EXPERTS), ['deepseek', 'deepseek-r1-0528']],
  ['moonshotai/Kimi-K2-Instruct', 'kimi-k2', 1040, latent(61, 7168, 64, 18432, 163840, KIMI_EXPERTS), ['kimi-k2', 'kimi']],
  ['moonshotai/Kimi-K2.5', 'kimi-k2.5', 1040, latent(61, 7168, 64, 18432, 163840, KIMI_EXPERTS)],
  ['bigcode/starcoder', 'starcoder', 15.5175, { model_type: 'gpt_bigcode', n_layer: 40, n_embd: 6144, n_head: 48, n_inner: 24576, multi_query: true, vocab_size: 49152, n_positions: 8192 }],
]

/** GPT, OPT, BLOOM, Falcon, StarCoder, DeepSeek, Kimi: language models whose configurations use names of their own. */
export const OWN_STYLE_DECODERS: readonly ModelSpec[] = ROWS.map((row) => languageModel(...row))

function gpt2(layers: number, hidden: number, heads: number) {
  return { model_type: 'gpt2', n_layer: layers, n_embd: hidden, n_head: heads, vocab_size: 50257, n_positions: 1024 }
}

function gptNeo(layers: number, hidden: number, heads: number) {
  return { model_type: 'gpt_neo', num_layers: layers, hidden_size: hidden, num_heads: heads, vocab_size: 50257, max_position_embeddings: 2048, window_size: 256 }
}

function opt(layers: number, hidden: number, heads: number) {
  return {
    model_type: 'opt',
    num_hidden_layers: layers,
    hidden_size: hidden,
    num_attention_heads: heads,
    ffn_dim: 4 * hidden,
    word_embed_proj_dim: hidden,
    vocab_size: 50272,
    max_position_embeddings: 2048,
  }
}

function bloom(layers: number, hidden: number, heads: number) {
  return { model_type: 'bloom', n_layer: layers, hidden_size: hidden, n_head: heads, vocab_size: 250880 }
}
