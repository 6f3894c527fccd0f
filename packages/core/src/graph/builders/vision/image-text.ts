import { joinGraphs } from '../../join-graphs.ts'
import { type EncoderConfig, encoder } from '../encoder.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { type VitConfig, vit } from './vit.ts'

/** An image tower and a text tower into one space: CLIP (Radford et al. 2021), SigLIP (Zhai et al. 2023). */
export interface ImageTextConfig {
  readonly vision: Omit<VitConfig, 'layers'>
  readonly visionLayers: number
  readonly text: Omit<EncoderConfig, 'layers'>
  readonly textLayers: number
  /** Tokens of a caption, always padded to this length. */
  readonly captionLength: number
}

/** Graph of a pair: an image and a caption to their embeddings. The size is the image's; a caption has its fixed length. */
export const imageText: ModelBuilder<ImageTextConfig> = {
  id: 'image_text',
  title: 'Image and text towers',
  input: 'image',
  defaultSize: 224,
  generates: false,
  repeats: () => [
    { field: 'visionLayers', period: 1 },
    { field: 'textLayers', period: 1 },
  ],
  build: ({ vision, visionLayers, text, textLayers, captionLength }, size) => {
    const { imageSize: _, ...caption } = { ...size, sequence: captionLength }
    return joinGraphs('image_text', { vision: vit.build({ ...vision, layers: visionLayers }, size), text: encoder.build({ ...text, layers: textLayers }, caption) })
  },
}
