import { BenchcastError } from '../../errors.ts'
import type { Architecture, ConfigOf, TransformerLayerConfig } from '../../graph/index.ts'
import { LIMITS } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'
import { efficientNet, mobileNetV2, mobileNetV3 } from './mobile-networks.ts'
import { ALL_BIASES } from './transformer-fields.ts'

const STAGES = { most: 16 }

const classesOf = (fields: ConfigFields): number => fields.count('num_labels', LIMITS.vocabulary, 1000)
const imageSizeOf = (fields: ConfigFields, otherwise = 224): number => fields.count('image_size', LIMITS.length, otherwise)

/** Throws `invalid_model` when two lists that have an entry for every stage differ in length. */
function checkSameStages(first: string, a: readonly number[], second: string, b: readonly number[]): void {
  if (a.length !== b.length) throw new BenchcastError('invalid_model', `${first} has ${a.length} entries and ${second} ${b.length}: give one of each for every stage.`)
}

const depthsOf = (fields: ConfigFields, otherwise: readonly number[]) => fields.counts('depths', LIMITS.layers, otherwise, STAGES)

function resnet(fields: ConfigFields): Architecture {
  const block = fields.text('layer_type', 'bottleneck') === 'basic' ? 'basic' : 'bottleneck'
  const depths = depthsOf(fields, [3, 4, 6, 3])
  const widths = fields.counts('hidden_sizes', LIMITS.width, [256, 512, 1024, 2048], STAGES)
  checkSameStages('depths', depths, 'hidden_sizes', widths)
  const config: ConfigOf<'resnet'> = {
    block,
    depths,
    widths,
    stem: fields.count('embedding_size', LIMITS.width, 64),
    groups: fields.count('groups', LIMITS.width, 1),
    widthPerGroup: fields.count('width_per_group', LIMITS.width, 64),
    classes: classesOf(fields),
  }
  return { builder: 'resnet', config }
}

function vgg(fields: ConfigFields): Architecture {
  return { builder: 'vgg', config: { depths: depthsOf(fields, [2, 2, 3, 3, 3]), batchNorm: fields.flag('batch_norm', false), classes: classesOf(fields) } }
}

function densenet(fields: ConfigFields): Architecture {
  const stem = fields.count('embedding_size', LIMITS.width, 64)
  return { builder: 'densenet', config: { growth: fields.count('growth_rate', LIMITS.width, 32), stem, depths: depthsOf(fields, [6, 12, 24, 16]), classes: classesOf(fields) } }
}

function convnext(fields: ConfigFields, responseNorm: boolean): Architecture {
  const depths = depthsOf(fields, [3, 3, 9, 3])
  const widths = fields.counts('hidden_sizes', LIMITS.width, [96, 192, 384, 768], STAGES)
  checkSameStages('depths', depths, 'hidden_sizes', widths)
  return { builder: 'convnext', config: { depths, widths, responseNorm, imageSize: imageSizeOf(fields), classes: classesOf(fields) } }
}

function swin(fields: ConfigFields): Architecture {
  const depths = depthsOf(fields, [2, 2, 6, 2])
  const heads = fields.counts('num_heads', LIMITS.width, [3, 6, 12, 24], STAGES)
  checkSameStages('depths', depths, 'num_heads', heads)
  const config: ConfigOf<'swin'> = {
    width: fields.count('embed_dim', LIMITS.width, 96),
    depths,
    heads,
    window: fields.count('window_size', LIMITS.length, 7),
    patch: fields.count('patch_size', LIMITS.length, 4),
    imageSize: imageSizeOf(fields),
    classes: classesOf(fields),
  }
  return { builder: 'swin', config }
}

/** What tells one vision transformer from another beyond its sizes. */
type VitStyle = Partial<Omit<ConfigOf<'vit'>, 'layer'>> & { readonly layer?: Partial<TransformerLayerConfig> }

/** Sizes of a vision transformer, with what its kind fixes. `num_labels` 0 is a model without classifier. */
export function vitConfig(fields: ConfigFields, { layer, ...style }: VitStyle = {}): ConfigOf<'vit'> {
  const width = fields.count('hidden_size', LIMITS.width, 768)
  const intermediate = fields.count('intermediate_size', LIMITS.width, Math.round(width * fields.number('mlp_ratio', [0.1, 64], 4)))
  const classes = fields.count('num_labels', LIMITS.vocabulary, 1000, 0)
  return {
    width,
    layers: fields.count('num_hidden_layers', LIMITS.layers, 12),
    layer: {
      heads: fields.count('num_attention_heads', LIMITS.width, 12),
      intermediate,
      activation: fields.activation('hidden_act', 'gelu'),
      biases: ALL_BIASES,
      arrangement: 'pre',
      norm: 'layer',
      ...layer,
    },
    patch: fields.count('patch_size', LIMITS.length, 16),
    patchBias: true,
    imageSize: imageSizeOf(fields),
    extraTokens: 1,
    positions: true,
    preNorm: false,
    pool: classes === 0 ? 'tokens' : 'class',
    ...style,
    ...(classes === 0 ? {} : { classes }),
  }
}

const vit =
  (style: VitStyle | ((fields: ConfigFields) => VitStyle)) =>
  (fields: ConfigFields): Architecture => ({
    builder: 'vit',
    config: vitConfig(fields, typeof style === 'function' ? style(fields) : style),
  })

const BEIT_BIASES = ALL_BIASES.filter((place) => place !== 'key')

/** DINOv2 giant: a gated layer of two thirds of the width, rounded up to a multiple of 8. */
function dinov2(fields: ConfigFields): VitStyle {
  if (!fields.flag('use_swiglu_ffn', false)) return {}
  const width = fields.count('hidden_size', LIMITS.width, 768)
  const intermediate = 8 * Math.floor((Math.floor((4 * width * 2) / 3) + 7) / 8)
  return { layer: { gated: true, activation: 'silu', intermediate } }
}

/** Readers of image models by `model_type`; those that the Hugging Face hub has no type for (`vgg`, `densenet`, `mobilenet_v3`) are written in its style. */
export const VISION_READERS: readonly (readonly [type: string, read: (fields: ConfigFields) => Architecture])[] = [
  ['resnet', resnet],
  ['vgg', vgg],
  ['densenet', densenet],
  ['convnext', (fields) => convnext(fields, false)],
  ['convnextv2', (fields) => convnext(fields, true)],
  ['mobilenet_v2', mobileNetV2],
  ['mobilenet_v3', mobileNetV3],
  ['efficientnet', efficientNet],
  ['swin', swin],
  ['vit', vit({})],
  ['deit', vit((fields) => ({ extraTokens: fields.flag('distilled', false) ? 2 : 1 }))],
  ['beit', vit({ positions: false, pool: 'mean', layer: { biases: BEIT_BIASES } })],
  ['dinov2', vit(dinov2)],
]
