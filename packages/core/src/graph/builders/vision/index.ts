import { convnext } from './convnext.ts'
import { densenet } from './densenet.ts'
import { imageText } from './image-text.ts'
import { invertedResidual } from './inverted-residual.ts'
import { resnet } from './resnet.ts'
import { swin } from './swin.ts'
import { vgg } from './vgg.ts'
import { vit } from './vit.ts'

/** Makers of graphs of image models, by id. */
export const VISION_BUILDERS = { resnet, vgg, densenet, inverted_residual: invertedResidual, convnext, vit, swin, image_text: imageText } as const
