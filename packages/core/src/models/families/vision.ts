import type { HubConfig, ModelSpec } from '../model.ts'

/** Id, architecture, published parameters in millions, pixels of one side, configuration, further names. */
type Row = readonly [id: string, architecture: string, millions: number, imageSize: number, config: HubConfig, aliases?: readonly string[]]

const bottleneck = (depths: readonly number[], extra: Readonly<Record<string, unknown>> = {}): HubConfig => ({
  model_type: 'resnet',
  layer_type: 'bottleneck',
  embedding_size: 64,
  hidden_sizes: [256, 512, 1024, 2048],
  depths,
  ...extra,
})
const basic = (depths: readonly number[]): HubConfig => ({ model_type: 'resnet', layer_type: 'basic', embedding_size: 64, hidden_sizes: [64, 128, 256, 512], depths })
const vgg = (depths: readonly number[], batchNorm = false): HubConfig => ({ model_type: 'vgg', depths, batch_norm: batchNorm })
const densenet = (growthRate: number, initial: number, depths: readonly number[]): HubConfig => ({ model_type: 'densenet', growth_rate: growthRate, embedding_size: initial, depths })
const mobileNetV2 = (multiplier: number): HubConfig => ({ model_type: 'mobilenet_v2', depth_multiplier: multiplier })
const mobileNetV3 = (variant: 'large' | 'small', multiplier = 1): HubConfig => ({ model_type: 'mobilenet_v3', variant, depth_multiplier: multiplier })
const efficientNet = (width: number, depth: number, lite = false): HubConfig => ({ model_type: 'efficientnet', width_coefficient: width, depth_coefficient: depth, lite })
const convNext = (type: 'convnext' | 'convnextv2', depths: readonly number[], widths: readonly number[]): HubConfig => ({ model_type: type, depths, hidden_sizes: widths })
const swin = (width: number, depths: readonly number[], heads: readonly number[], window = 7): HubConfig => ({
  model_type: 'swin',
  embed_dim: width,
  depths,
  num_heads: heads,
  window_size: window,
  patch_size: 4,
})

/** Type, layers, width, heads, patch, inner width. */
function vit(type: string, layers: number, width: number, heads: number, patch: number, extra: Readonly<Record<string, unknown>> = {}): HubConfig {
  return { model_type: type, num_hidden_layers: layers, hidden_size: width, num_attention_heads: heads, intermediate_size: 4 * width, patch_size: patch, image_size: 224, ...extra }
}

const NO_CLASSIFIER = { num_labels: 0 }
const DINO = { ...NO_CLASSIFIER, image_size: 518 }

const ROWS: readonly Row[] = [
  // ResNet (v1.5), ResNeXt, Wide ResNet
  ['microsoft/resnet-18', 'resnet18', 11.69, 224, basic([2, 2, 2, 2]), ['resnet18', 'resnet18d']],
  ['microsoft/resnet-34', 'resnet34', 21.8, 224, basic([3, 4, 6, 3]), ['resnet34']],
  ['microsoft/resnet-50', 'resnet50', 25.557, 224, bottleneck([3, 4, 6, 3]), ['resnet50', 'resnet50-v1.5', 'resnet', 'gluon-resnet50-v1b', 'tv-resnet50']],
  ['microsoft/resnet-101', 'resnet101', 44.549, 224, bottleneck([3, 4, 23, 3]), ['resnet101']],
  ['microsoft/resnet-152', 'resnet152', 60.193, 224, bottleneck([3, 8, 36, 3]), ['resnet152']],
  ['timm/resnext50_32x4d', 'resnext50_32x4d', 25.029, 224, bottleneck([3, 4, 6, 3], { groups: 32, width_per_group: 4 }), ['resnext50', 'resnext']],
  ['timm/resnext101_32x4d', 'resnext101_32x4d', 44.178, 224, bottleneck([3, 4, 23, 3], { groups: 32, width_per_group: 4 })],
  ['timm/resnext101_32x8d', 'resnext101_32x8d', 88.791, 224, bottleneck([3, 4, 23, 3], { groups: 32, width_per_group: 8 }), ['resnext101']],
  ['timm/resnext101_64x4d', 'resnext101_64x4d', 83.455, 224, bottleneck([3, 4, 23, 3], { groups: 64, width_per_group: 4 })],
  ['timm/wide_resnet50_2', 'wide_resnet50_2', 68.883, 224, bottleneck([3, 4, 6, 3], { width_per_group: 128 }), ['wide-resnet50', 'wideresnet50']],
  ['timm/wide_resnet101_2', 'wide_resnet101_2', 126.887, 224, bottleneck([3, 4, 23, 3], { width_per_group: 128 }), ['wide-resnet101']],
  // VGG
  ['timm/vgg11', 'vgg11', 132.863, 224, vgg([1, 1, 2, 2, 2])],
  ['timm/vgg13', 'vgg13', 133.048, 224, vgg([2, 2, 2, 2, 2])],
  ['timm/vgg16', 'vgg16', 138.358, 224, vgg([2, 2, 3, 3, 3]), ['vgg']],
  ['timm/vgg19', 'vgg19', 143.667, 224, vgg([2, 2, 4, 4, 4])],
  ['timm/vgg16_bn', 'vgg16_bn', 138.366, 224, vgg([2, 2, 3, 3, 3], true)],
  // DenseNet
  ['timm/densenet121', 'densenet121', 7.979, 224, densenet(32, 64, [6, 12, 24, 16]), ['densenet', 'tv-densenet121']],
  ['timm/densenet161', 'densenet161', 28.681, 224, densenet(48, 96, [6, 12, 36, 24])],
  ['timm/densenet169', 'densenet169', 14.149, 224, densenet(32, 64, [6, 12, 32, 32])],
  ['timm/densenet201', 'densenet201', 20.014, 224, densenet(32, 64, [6, 12, 48, 32])],
  // MobileNet
  ['google/mobilenet_v2_1.0_224', 'mobilenetv2_100', 3.505, 224, mobileNetV2(1), ['mobilenetv2', 'mobilenet_v2', 'mobilenetv2_100', 'mobilenet-v2']],
  ['google/mobilenet_v2_0.75_160', 'mobilenetv2_075', 2.64, 160, mobileNetV2(0.75), ['mobilenetv2_075']],
  ['timm/mobilenetv2_050', 'mobilenetv2_050', 1.969, 224, mobileNetV2(0.5)],
  ['timm/mobilenetv2_140', 'mobilenetv2_140', 6.108, 224, mobileNetV2(1.4), ['mobilenet_v2_1.4_224']],
  ['timm/mobilenetv3_large_100', 'mobilenetv3_rw', 5.483, 224, mobileNetV3('large'), ['mobilenetv3', 'mobilenetv3_large', 'mobilenet_v3_large', 'mobilenetv3_rw']],
  ['timm/mobilenetv3_small_100', 'mobilenetv3_small_100', 2.543, 224, mobileNetV3('small'), ['mobilenetv3_small', 'mobilenet_v3_small']],
  // EfficientNet
  ['google/efficientnet-b0', 'efficientnet_b0', 5.289, 224, efficientNet(1, 1), ['efficientnet', 'efficientnet_b0']],
  ['google/efficientnet-b1', 'efficientnet_b1', 7.794, 240, efficientNet(1, 1.1)],
  ['google/efficientnet-b2', 'efficientnet_b2', 9.11, 260, efficientNet(1.1, 1.2)],
  ['google/efficientnet-b3', 'efficientnet_b3', 12.233, 300, efficientNet(1.2, 1.4)],
  ['google/efficientnet-b4', 'efficientnet_b4', 19.342, 380, efficientNet(1.4, 1.8)],
  ['google/efficientnet-b5', 'efficientnet_b5', 30.39, 456, efficientNet(1.6, 2.2)],
  ['google/efficientnet-b6', 'efficientnet_b6', 43.041, 528, efficientNet(1.8, 2.6)],
  ['google/efficientnet-b7', 'efficientnet_b7', 66.348, 600, efficientNet(2, 3.1)],
  ['timm/tf_efficientnet_b8', 'efficientnet_b8', 87.413, 672, efficientNet(2.2, 3.6)],
  ['timm/tf_efficientnet_l2', 'efficientnet_l2', 480.31, 800, efficientNet(4.3, 5.3)],
  ['timm/tf_efficientnet_lite0', 'efficientnet_lite0', 4.652, 224, efficientNet(1, 1, true)],
  ['timm/tf_efficientnet_lite1', 'efficientnet_lite1', 5.417, 240, efficientNet(1, 1.1, true)],
  ['timm/tf_efficientnet_lite2', 'efficientnet_lite2', 6.092, 260, efficientNet(1.1, 1.2, true)],
  ['timm/tf_efficientnet_lite3', 'efficientnet_lite3', 8.197, 300, efficientNet(1.2, 1.4, true)],
  ['timm/tf_efficientnet_lite4', 'efficientnet_lite4', 13.007, 380, efficientNet(1.4, 1.8, true)],
  // ConvNeXt
  ['facebook/convnext-tiny-224', 'convnext_tiny', 28.589, 224, convNext('convnext', [3, 3, 9, 3], [96, 192, 384, 768]), ['convnext', 'convnext_tiny']],
  ['facebook/convnext-small-224', 'convnext_small', 50.224, 224, convNext('convnext', [3, 3, 27, 3], [96, 192, 384, 768]), ['convnext_small']],
  ['facebook/convnext-base-224', 'convnext_base', 88.591, 224, convNext('convnext', [3, 3, 27, 3], [128, 256, 512, 1024]), ['convnext_base']],
  ['facebook/convnext-large-224', 'convnext_large', 197.767, 224, convNext('convnext', [3, 3, 27, 3], [192, 384, 768, 1536]), ['convnext_large']],
  ['facebook/convnext-xlarge-224-22k-1k', 'convnext_xlarge', 350.196, 224, convNext('convnext', [3, 3, 27, 3], [256, 512, 1024, 2048]), ['convnext_xlarge']],
  ['facebook/convnextv2-atto-1k-224', 'convnextv2_atto', 3.708, 224, convNext('convnextv2', [2, 2, 6, 2], [40, 80, 160, 320]), ['convnextv2_atto']],
  ['facebook/convnextv2-nano-1k-224', 'convnextv2_nano', 15.624, 224, convNext('convnextv2', [2, 2, 8, 2], [80, 160, 320, 640]), ['convnextv2_nano']],
  ['facebook/convnextv2-tiny-1k-224', 'convnextv2_tiny', 28.635, 224, convNext('convnextv2', [3, 3, 9, 3], [96, 192, 384, 768]), ['convnextv2', 'convnextv2_tiny']],
  ['facebook/convnextv2-base-22k-224', 'convnextv2_base', 88.718, 224, convNext('convnextv2', [3, 3, 27, 3], [128, 256, 512, 1024]), ['convnextv2_base']],
  ['facebook/convnextv2-large-22k-224', 'convnextv2_large', 197.957, 224, convNext('convnextv2', [3, 3, 27, 3], [192, 384, 768, 1536]), ['convnextv2_large']],
  ['facebook/convnextv2-huge-22k-384', 'convnextv2_huge', 660.29, 384, convNext('convnextv2', [3, 3, 27, 3], [352, 704, 1408, 2816]), ['convnextv2_huge']],
  // Vision transformers
  ['google/vit-base-patch16-224', 'vit_base_patch16', 86.568, 224, vit('vit', 12, 768, 12, 16), ['vit', 'vit-base', 'vit_base_patch16', 'vit_b_16']],
  ['google/vit-base-patch16-384', 'vit_base_patch16', 86.859, 384, vit('vit', 12, 768, 12, 16, { image_size: 384 })],
  ['google/vit-base-patch16-224-in21k', 'vit_base_patch16', 86.389, 224, vit('vit', 12, 768, 12, 16, NO_CLASSIFIER)],
  ['google/vit-base-patch32-224-in21k', 'vit_base_patch32', 87.456, 224, vit('vit', 12, 768, 12, 32, NO_CLASSIFIER), ['vit_base_patch32', 'vit_b_32']],
  ['google/vit-large-patch16-224', 'vit_large_patch16', 304.327, 224, vit('vit', 24, 1024, 16, 16), ['vit-large', 'vit_large_patch16', 'vit_l_16']],
  ['google/vit-large-patch32-384', 'vit_large_patch32', 306.63, 384, vit('vit', 24, 1024, 16, 32, { image_size: 384 }), ['vit_large_patch32', 'vit_l_32']],
  ['google/vit-huge-patch14-224-in21k', 'vit_huge_patch14', 630.76, 224, vit('vit', 32, 1280, 16, 14, NO_CLASSIFIER), ['vit-huge', 'vit_huge_patch14', 'vit_h_14']],
  ['WinKawaks/vit-tiny-patch16-224', 'vit_tiny_patch16', 5.717, 224, vit('vit', 12, 192, 3, 16), ['vit-tiny', 'vit_tiny_patch16']],
  ['WinKawaks/vit-small-patch16-224', 'vit_small_patch16', 22.051, 224, vit('vit', 12, 384, 6, 16), ['vit-small', 'vit_small_patch16']],
  ['facebook/deit-tiny-patch16-224', 'deit_tiny_patch16', 5.717, 224, vit('deit', 12, 192, 3, 16), ['deit-tiny']],
  ['facebook/deit-small-patch16-224', 'deit_small_patch16', 22.051, 224, vit('deit', 12, 384, 6, 16), ['deit', 'deit-small']],
  ['facebook/deit-base-patch16-224', 'deit_base_patch16', 86.568, 224, vit('deit', 12, 768, 12, 16), ['deit-base']],
  ['facebook/deit-base-distilled-patch16-224', 'deit_base_distilled_patch16', 87.338, 224, vit('deit', 12, 768, 12, 16, { distilled: true })],
  ['microsoft/beit-base-patch16-224', 'beit_base_patch16', 86.53, 224, vit('beit', 12, 768, 12, 16), ['beit', 'beit-base']],
  ['microsoft/beit-large-patch16-224', 'beit_large_patch16', 304.43, 224, vit('beit', 24, 1024, 16, 16), ['beit-large']],
  ['facebook/dinov2-small', 'vit_small_patch14_dinov2', 22.06, 518, vit('dinov2', 12, 384, 6, 14, DINO), ['dinov2_vits14']],
  ['facebook/dinov2-base', 'vit_base_patch14_dinov2', 86.58, 518, vit('dinov2', 12, 768, 12, 14, DINO), ['dinov2', 'dinov2_vitb14']],
  ['facebook/dinov2-large', 'vit_large_patch14_dinov2', 304.37, 518, vit('dinov2', 24, 1024, 16, 14, DINO), ['dinov2_vitl14']],
  ['facebook/dinov2-giant', 'vit_giant_patch14_dinov2', 1136.48, 518, vit('dinov2', 40, 1536, 24, 14, { ...DINO, use_swiglu_ffn: true }), ['dinov2_vitg14']],
  ['facebook/dino-vits16', 'vit_small_patch16', 21.67, 224, vit('vit', 12, 384, 6, 16, NO_CLASSIFIER)],
  ['facebook/dino-vitb16', 'vit_base_patch16', 85.8, 224, vit('vit', 12, 768, 12, 16, NO_CLASSIFIER)],
  ['microsoft/swin-tiny-patch4-window7-224', 'swin_tiny_patch4_window7', 28.288, 224, swin(96, [2, 2, 6, 2], [3, 6, 12, 24]), ['swin', 'swin-tiny', 'swin_t']],
  ['microsoft/swin-small-patch4-window7-224', 'swin_small_patch4_window7', 49.606, 224, swin(96, [2, 2, 18, 2], [3, 6, 12, 24]), ['swin-small', 'swin_s']],
  ['microsoft/swin-base-patch4-window7-224', 'swin_base_patch4_window7', 87.768, 224, swin(128, [2, 2, 18, 2], [4, 8, 16, 32]), ['swin-base', 'swin_b']],
  ['microsoft/swin-base-patch4-window12-384', 'swin_base_patch4_window12', 87.905, 384, swin(128, [2, 2, 18, 2], [4, 8, 16, 32], 12)],
  ['microsoft/swin-large-patch4-window7-224', 'swin_large_patch4_window7', 196.532, 224, swin(192, [2, 2, 18, 2], [6, 12, 24, 48]), ['swin-large']],
  ['microsoft/swin-large-patch4-window12-384-in22k', 'swin_large_patch4_window12', 196.74, 384, swin(192, [2, 2, 18, 2], [6, 12, 24, 48], 12)],
]

/** Image classifiers with an operator graph: ResNet, VGG, DenseNet, MobileNet, EfficientNet, ConvNeXt, ViT, DeiT, BEiT, DINOv2, Swin. */
export const VISION: readonly ModelSpec[] = ROWS.map(([id, architecture, millions, imageSize, config, aliases = []]) => ({
  id,
  aliases,
  architecture,
  family: 'vision',
  unit: 'sample',
  inputSize: imageSize,
  parameters: Math.round(millions * 1e6),
  config,
  source: id.startsWith('timm/') ? 'timm, results/benchmark-infer and model code' : 'config.json and parameter count of the model on the Hugging Face hub',
}))
