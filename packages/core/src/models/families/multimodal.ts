import type { HubConfig, ModelSpec } from '../model.ts'

/** Layers, width, heads, patch. */
type Tower = readonly [layers: number, width: number, heads: number, patch: number]

type Row = readonly [id: string, architecture: string, millions: number, imageSize: number, config: HubConfig, aliases?: readonly string[]]

function clip(
  imageSize: number,
  [layers, width, heads, patch]: Tower,
  [textLayers, textWidth, textHeads]: readonly [number, number, number],
  projection: number,
  activation = 'quick_gelu',
): HubConfig {
  return {
    model_type: 'clip',
    projection_dim: projection,
    vision_config: {
      image_size: imageSize,
      num_hidden_layers: layers,
      hidden_size: width,
      num_attention_heads: heads,
      patch_size: patch,
      intermediate_size: 4 * width,
      hidden_act: activation,
    },
    text_config: {
      num_hidden_layers: textLayers,
      hidden_size: textWidth,
      num_attention_heads: textHeads,
      intermediate_size: 4 * textWidth,
      vocab_size: 49408,
      max_position_embeddings: 77,
      hidden_act: activation,
    },
  }
}

function siglip(imageSize: number, [layers, width, heads, patch]: Tower, inner: number): HubConfig {
  const tower = { num_hidden_layers: layers, hidden_size: width, num_attention_heads: heads, intermediate_size: inner, hidden_act: 'gelu_pytorch_tanh' }
  return { model_type: 'siglip', vision_config: { ...tower, image_size: imageSize, patch_size: patch }, text_config: { ...tower, vocab_size: 32000, max_position_embeddings: 64 } }
}

const BASE_TEXT = [12, 512, 8] as const
const LARGE_TEXT = [12, 768, 12] as const

const ROWS: readonly Row[] = [
  ['openai/clip-vit-base-patch32', 'clip_vit_base_patch32', 151.28, 224, clip(224, [12, 768, 12, 32], BASE_TEXT, 512), ['clip', 'clip-vit-b-32']],
  ['openai/clip-vit-base-patch16', 'openai_clip', 149.62, 224, clip(224, [12, 768, 12, 16], BASE_TEXT, 512), ['clip-vit-b-16', 'openai-clip', 'openai_clip']],
  ['openai/clip-vit-large-patch14', 'clip_vit_large_patch14', 427.62, 224, clip(224, [24, 1024, 16, 14], LARGE_TEXT, 768), ['clip-vit-l-14']],
  ['openai/clip-vit-large-patch14-336', 'clip_vit_large_patch14', 427.94, 336, clip(336, [24, 1024, 16, 14], LARGE_TEXT, 768), ['ViT-L/14@336px']],
  ['laion/CLIP-ViT-B-32-laion2B-s34B-b79K', 'clip_vit_base_patch32', 151.28, 224, clip(224, [12, 768, 12, 32], BASE_TEXT, 512, 'gelu'), ['open-clip', 'openclip']],
  ['laion/CLIP-ViT-L-14-laion2B-s32B-b82K', 'clip_vit_large_patch14', 427.62, 224, clip(224, [24, 1024, 16, 14], LARGE_TEXT, 768, 'gelu')],
  ['laion/CLIP-ViT-H-14-laion2B-s32B-b79K', 'clip_vit_huge_patch14', 986.11, 224, clip(224, [32, 1280, 16, 14], [24, 1024, 16], 1024, 'gelu')],
  ['google/siglip-base-patch16-224', 'siglip_base_patch16', 203.16, 224, siglip(224, [12, 768, 12, 16], 3072), ['siglip', 'siglip-base']],
  ['google/siglip-large-patch16-256', 'siglip_large_patch16', 652.15, 256, siglip(256, [24, 1024, 16, 16], 4096), ['siglip-large']],
  ['google/siglip-so400m-patch14-384', 'siglip_so400m_patch14', 877.96, 384, siglip(384, [27, 1152, 16, 14], 4304), ['siglip-so400m']],
]

/** CLIP, OpenCLIP, SigLIP. One item is an image with a caption. */
export const MULTIMODAL: readonly ModelSpec[] = ROWS.map(([id, architecture, millions, imageSize, config, aliases = []]) => ({
  id,
  aliases,
  architecture,
  family: 'multimodal',
  unit: 'sample',
  inputSize: imageSize,
  parameters: Math.round(millions * 1e6),
  config,
  source: 'config.json and parameter count of the model on the Hugging Face hub',
}))
