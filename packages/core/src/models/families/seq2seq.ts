import type { HubConfig, ModelSpec } from '../model.ts'

type Row = readonly [id: string, architecture: string, millions: number, config: HubConfig, aliases?: readonly string[]]

/** Layers of encoder and decoder, width, inner width, heads, width of a head. */
function t5(layers: number, width: number, inner: number, heads: number, headWidth = 64, extra: Readonly<Record<string, unknown>> = {}): HubConfig {
  return {
    model_type: 't5',
    num_layers: layers,
    num_decoder_layers: layers,
    d_model: width,
    d_ff: inner,
    num_heads: heads,
    d_kv: headWidth,
    vocab_size: 32128,
    feed_forward_proj: 'relu',
    tie_word_embeddings: true,
    ...extra,
  }
}

const V1_1 = { feed_forward_proj: 'gated-gelu', tie_word_embeddings: false }

function bart(type: string, layers: readonly [encoder: number, decoder: number], width: number, inner: number, heads: number, vocabulary: number, positions: number): HubConfig {
  return {
    model_type: type,
    encoder_layers: layers[0],
    decoder_layers: layers[1],
    d_model: width,
    encoder_ffn_dim: inner,
    decoder_ffn_dim: inner,
    encoder_attention_heads: heads,
    decoder_attention_heads: heads,
    vocab_size: vocabulary,
    max_position_embeddings: positions,
    tie_word_embeddings: true,
  }
}

const ROWS: readonly Row[] = [
  ['google-t5/t5-small', 't5_small', 60.51, t5(6, 512, 2048, 8), ['t5']],
  ['google-t5/t5-base', 't5_base', 222.9, t5(12, 768, 3072, 12)],
  ['google-t5/t5-large', 't5_large', 737.67, t5(24, 1024, 4096, 16)],
  ['google-t5/t5-3b', 't5_3b', 2851.6, t5(24, 1024, 16384, 32, 128)],
  ['google-t5/t5-11b', 't5_11b', 11307.3, t5(24, 1024, 65536, 128, 128)],
  ['google/flan-t5-small', 'flan_t5_small', 76.96, t5(8, 512, 1024, 6, 64, V1_1), ['flan-t5', 't5-v1_1-small']],
  ['google/flan-t5-base', 'flan_t5_base', 247.58, t5(12, 768, 2048, 12, 64, V1_1), ['t5-v1_1-base']],
  ['google/flan-t5-large', 'flan_t5_large', 783.15, t5(24, 1024, 2816, 16, 64, V1_1), ['t5-v1_1-large']],
  ['google/flan-t5-xl', 'flan_t5_xl', 2849.76, t5(24, 2048, 5120, 32, 64, V1_1), ['t5-v1_1-xl']],
  ['google/flan-t5-xxl', 'flan_t5_xxl', 11135.3, t5(24, 4096, 10240, 64, 64, V1_1), ['t5-v1_1-xxl']],
  ['google/mt5-small', 'mt5_small', 300.18, t5(8, 512, 1024, 6, 64, { ...V1_1, vocab_size: 250112 }), ['mt5']],
  ['google/mt5-base', 'mt5_base', 582.4, t5(12, 768, 2048, 12, 64, { ...V1_1, vocab_size: 250112 })],
  ['facebook/bart-base', 'bart_base', 139.42, bart('bart', [6, 6], 768, 3072, 12, 50265, 1024), ['bart']],
  ['facebook/bart-large', 'bart_large', 406.29, bart('bart', [12, 12], 1024, 4096, 16, 50265, 1024), ['bart-large-mrpc']],
  ['facebook/bart-large-cnn', 'bart_large', 406.29, bart('bart', [12, 12], 1024, 4096, 16, 50264, 1024)],
  ['facebook/bart-large-mnli', 'bart_large', 407.34, bart('bart', [12, 12], 1024, 4096, 16, 50265, 1024)],
  ['sshleifer/distilbart-cnn-12-6', 'distilbart_12_6', 305.51, bart('bart', [12, 6], 1024, 4096, 16, 50264, 1024), ['distilbart']],
  ['facebook/mbart-large-50', 'mbart_large', 610.88, bart('mbart', [12, 12], 1024, 4096, 16, 250054, 1024), ['mbart']],
  ['google/pegasus-xsum', 'pegasus_large', 568.7, bart('pegasus', [16, 16], 1024, 4096, 16, 96103, 512), ['pegasus', 'pegasus-samsum']],
  ['google/pegasus-cnn_dailymail', 'pegasus_large', 568.7, bart('pegasus', [16, 16], 1024, 4096, 16, 96103, 1024)],
  ['Helsinki-NLP/opus-mt-en-de', 'marian', 74.4, bart('marian', [6, 6], 512, 2048, 8, 58101, 512), ['marian', 'opus-mt']],
  ['Helsinki-NLP/opus-mt-en-fr', 'marian', 75.1, bart('marian', [6, 6], 512, 2048, 8, 59514, 512)],
  ['Helsinki-NLP/opus-mt-en-es', 'marian', 77.9, bart('marian', [6, 6], 512, 2048, 8, 65001, 512), ['opus-mt-es-en', 'opus-mt-zh-en']],
  ['facebook/m2m100_418M', 'm2m100_418m', 483.9, bart('m2m_100', [12, 12], 1024, 4096, 16, 128112, 1024), ['m2m100']],
  ['facebook/nllb-200-distilled-600M', 'nllb_600m', 615.07, bart('m2m_100', [12, 12], 1024, 4096, 16, 256206, 1024), ['nllb-200', 'nllb']],
]

/** T5, BART, Pegasus, Marian and other encoder-decoders. One item is a sequence. */
export const SEQ2SEQ: readonly ModelSpec[] = ROWS.map(([id, architecture, millions, config, aliases = []]) => ({
  id,
  aliases,
  architecture,
  family: 'text_to_text',
  unit: 'sample',
  inputSize: 128,
  parameters: Math.round(millions * 1e6),
  config,
  source: 'config.json and parameter count of the model on the Hugging Face hub',
}))
