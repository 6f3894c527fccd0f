import type { HubConfig, ModelSpec } from '../model.ts'

type Row = readonly [id: string, architecture: string, millions: number, inputSize: number, config: HubConfig, aliases?: readonly string[]]

/** Layers, width, heads of both sides; mel bins; layers of the decoder where they differ. */
function whisper(layers: number, width: number, heads: number, { mels = 80, decoderLayers = layers, vocabulary = 51865 } = {}): HubConfig {
  return {
    model_type: 'whisper',
    d_model: width,
    encoder_layers: layers,
    decoder_layers: decoderLayers,
    encoder_attention_heads: heads,
    decoder_attention_heads: heads,
    encoder_ffn_dim: 4 * width,
    decoder_ffn_dim: 4 * width,
    num_mel_bins: mels,
    vocab_size: vocabulary,
    max_source_positions: 1500,
    max_target_positions: 448,
  }
}

/** Type, layers, width, heads; large ones norm before each layer and behind each convolution. */
function speech(type: string, layers: number, width: number, heads: number, extra: Readonly<Record<string, unknown>> = {}): HubConfig {
  return { model_type: type, num_hidden_layers: layers, hidden_size: width, num_attention_heads: heads, intermediate_size: 4 * width, ...extra }
}

const STABLE = { do_stable_layer_norm: true, feat_extract_norm: 'layer', conv_bias: true }
const V3 = { mels: 128, vocabulary: 51866 }
const ENGLISH = { vocabulary: 51864 }
/** Tokens that the decoder writes, about those of thirty seconds of speech. */
const TOKENS = 100
/** Ten seconds at 16 kHz. */
const SAMPLES = 160_000

const ROWS: readonly Row[] = [
  ['openai/whisper-tiny', 'whisper_tiny', 37.76, TOKENS, whisper(4, 384, 6), ['whisper-tiny']],
  ['openai/whisper-tiny.en', 'whisper_tiny', 37.76, TOKENS, whisper(4, 384, 6, ENGLISH)],
  ['openai/whisper-base', 'whisper_base', 72.59, TOKENS, whisper(6, 512, 8), ['whisper']],
  ['openai/whisper-base.en', 'whisper_base', 72.59, TOKENS, whisper(6, 512, 8, ENGLISH)],
  ['openai/whisper-small', 'whisper_small', 241.73, TOKENS, whisper(12, 768, 12), ['whisper-small-quantized']],
  ['openai/whisper-medium', 'whisper_medium', 763.86, TOKENS, whisper(24, 1024, 16)],
  ['openai/whisper-large-v2', 'whisper_large', 1543.3, TOKENS, whisper(32, 1280, 20), ['whisper-large']],
  ['openai/whisper-large-v3', 'whisper_large_v3', 1543.49, TOKENS, whisper(32, 1280, 20, V3)],
  ['openai/whisper-large-v3-turbo', 'whisper_large_v3_turbo', 808.88, TOKENS, whisper(32, 1280, 20, { ...V3, decoderLayers: 4 }), ['whisper-turbo', 'whisper-large-v3-turbo']],
  ['distil-whisper/distil-large-v3', 'distil_whisper_large', 756.22, TOKENS, whisper(32, 1280, 20, { ...V3, decoderLayers: 2 }), ['distil-whisper']],
  ['facebook/wav2vec2-base-960h', 'wav2vec2_base', 94.4, SAMPLES, speech('wav2vec2', 12, 768, 12, { vocab_size: 32 }), ['wav2vec2', 'wav2vec2-base']],
  ['facebook/wav2vec2-large-960h', 'wav2vec2_large', 315.46, SAMPLES, speech('wav2vec2', 24, 1024, 16, { vocab_size: 32 }), ['wav2vec2-large']],
  ['facebook/wav2vec2-large-xlsr-53', 'wav2vec2_xlsr', 315.44, SAMPLES, speech('wav2vec2', 24, 1024, 16, STABLE), ['wav2vec2-large-xlsr']],
  ['facebook/hubert-base-ls960', 'wav2vec2_base', 94.37, SAMPLES, speech('hubert', 12, 768, 12), ['hubert', 'hubert-base']],
  ['facebook/hubert-large-ll60k', 'hubert_large', 315.44, SAMPLES, speech('hubert', 24, 1024, 16, STABLE), ['hubert-large']],
  ['microsoft/wavlm-base-plus', 'huggingface_wavlm_base_plus', 94.38, SAMPLES, speech('wavlm', 12, 768, 12), ['wavlm', 'wavlm-base', 'huggingface-wavlm-base-plus']],
]

/** Whisper, wav2vec 2.0, HuBERT, WavLM. One item is one recording: thirty seconds for Whisper, ten for the others. */
export const AUDIO: readonly ModelSpec[] = ROWS.map(([id, architecture, millions, inputSize, config, aliases = []]) => ({
  id,
  aliases,
  architecture,
  family: 'audio',
  unit: 'sample',
  inputSize,
  parameters: Math.round(millions * 1e6),
  config,
  source: 'config.json and parameter count of the model on the Hugging Face hub',
}))
