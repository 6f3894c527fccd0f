import type { HubConfig, ModelSpec } from '../model.ts'

/** Id, architecture, millions of parameters, pixels of one side, configuration, further names. */
type Row = readonly [id: string, architecture: string, millions: number, imageSize: number, config: HubConfig, aliases?: readonly string[]]

const unet = (extra: Readonly<Record<string, unknown>>): HubConfig => ({ model_type: 'unet_2d_condition', block_out_channels: [320, 640, 1280, 1280], layers_per_block: 2, ...extra })

const V1 = { cross_attention_dim: 768, attention_head_dim: 8, sample_size: 64 }
const V2 = { cross_attention_dim: 1024, attention_head_dim: [5, 10, 20, 20] }
const XL = {
  block_out_channels: [320, 640, 1280],
  transformer_layers_per_block: [0, 2, 10],
  attention_head_dim: [5, 10, 20],
  cross_attention_dim: 2048,
  projection_class_embeddings_input_dim: 2816,
  sample_size: 128,
}
const DECODER: HubConfig = { model_type: 'autoencoder_kl', block_out_channels: [128, 256, 512, 512], layers_per_block: 2, latent_channels: 4, sample_size: 512 }

const ROWS: readonly Row[] = [
  ['stable-diffusion-v1-5/unet', 'stable_diffusion_v1_5_unet', 859.521, 512, unet(V1), ['stable-diffusion-v1-4/unet', 'sd-unet', 'controlnet-canny-unet']],
  ['stabilityai/stable-diffusion-2-1-base/unet', 'stable_diffusion_v2_1_unet', 865.911, 512, unet({ ...V2, sample_size: 64 }), ['stable-diffusion-v2-1-unet', 'stable-diffusion-v2-unet']],
  ['stabilityai/stable-diffusion-2-1/unet', 'stable_diffusion_v2_1_unet', 865.911, 768, unet({ ...V2, sample_size: 96 })],
  ['stabilityai/stable-diffusion-xl-base-1.0/unet', 'stable_diffusion_xl_unet', 2567.464, 1024, unet(XL), ['sdxl-unet', 'stable-diffusion-xl-unet']],
  ['stable-diffusion-v1-5/vae-decoder', 'stable_diffusion_vae', 49.49, 512, DECODER, ['stable-diffusion-v1-5-vae', 'stable-diffusion-v2-1-vae', 'controlnet-canny-vae', 'sd-vae']],
  ['stabilityai/stable-diffusion-xl-base-1.0/vae-decoder', 'stable_diffusion_vae', 49.49, 1024, { ...DECODER, sample_size: 1024 }, ['sdxl-vae']],
]

/** Networks and decoders of Stable Diffusion. One item is one step for one image, or one image. */
export const DIFFUSION: readonly ModelSpec[] = ROWS.map(([id, architecture, millions, imageSize, config, aliases = []]) => ({
  id,
  aliases,
  architecture,
  family: 'diffusion',
  unit: 'sample',
  inputSize: imageSize,
  parameters: Math.round(millions * 1e6),
  config,
  source: 'config.json and parameter count of the part on the Hugging Face hub',
}))
