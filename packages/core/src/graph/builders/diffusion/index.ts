import { latentDecoder } from './latent-decoder.ts'
import { unet } from './unet.ts'

/** Makers of graphs of the parts of diffusion models, by id. */
export const DIFFUSION_BUILDERS = { unet, latent_decoder: latentDecoder } as const
