import type { ModelFamily, ModelSpec, PublishedCost } from '../model.ts'

/** Id, architecture, millions of parameters, [input size, GMACs, millions of activations (0: not counted)]..., source, further names. */
type Row = readonly [
  id: string,
  architecture: string,
  millions: number,
  costs: readonly (readonly [inputSize: number, gmacs: number, activations?: number])[],
  source: string,
  aliases?: readonly string[],
]

const TORCHVISION = 'torchvision, metadata of the weights (num_params, _ops: multiply-accumulates)'
const XMEM = ['track_anything/TrackAnythingEncodeKeyWithShrinkage', 'track_anything/TrackAnythingEncodeKeyWithoutShrinkage']
const WHISPER = 'layers counted one by one: 3,000 frames through the encoder, or one step of the decoder that looks at them'
const ULTRALYTICS = 'Ultralytics model tables: FLOPs at 640 pixels, half of them multiply-accumulates'
const UNET = 'layers of the UNet counted one by one, attention products included (Kim et al. 2023 count 339 GMACs for version 1.5, without them)'
const TEXT_ENCODER = 'layers of the text encoder counted one by one, 77 tokens (Kim et al. 2023: 6.5 GMACs for version 1.5)'
const SD_15 = ['stable-diffusion', 'stable-diffusion-1.5', 'runwayml/stable-diffusion-v1-5', 'CompVis/stable-diffusion-v1-4', 'sd15', 'sd-1.5']
const MLPERF = 'MLPerf Inference rules and reference implementation; multiply-accumulates counted by hand from its layers'

const ROWS: Readonly<Partial<Record<ModelFamily, readonly Row[]>>> = {
  object_detection: [
    ['Ultralytics/YOLOv8s', 'yolov8s', 11.2, [[640, 14.3]], ULTRALYTICS, ['yolov8s']],
    ['Ultralytics/YOLOv8m', 'yolov8m', 25.9, [[640, 39.45]], ULTRALYTICS, ['yolov8m']],
    ['Ultralytics/YOLOv8l', 'yolov8l', 43.7, [[640, 82.6]], ULTRALYTICS, ['yolov8l']],
    ['Ultralytics/YOLOv8x', 'yolov8x', 68.2, [[640, 128.9]], ULTRALYTICS, ['yolov8x']],
    ['ultralytics/yolov5n', 'yolov5n', 1.9, [[640, 2.25]], ULTRALYTICS],
    ['ultralytics/yolov5s', 'yolov5s', 7.2, [[640, 8.25]], ULTRALYTICS],
    ['ultralytics/yolov5l', 'yolov5l', 46.5, [[640, 54.55]], ULTRALYTICS],
    ['ultralytics/yolov5x', 'yolov5x', 86.7, [[640, 102.85]], ULTRALYTICS],
    ['Ultralytics/YOLO11s', 'yolo11s', 9.4, [[640, 10.75]], ULTRALYTICS, ['yolov11s']],
    ['Ultralytics/YOLO11m', 'yolo11m', 20.1, [[640, 34]], ULTRALYTICS, ['yolov11m']],
    ['Ultralytics/YOLO11l', 'yolo11l', 25.3, [[640, 43.45]], ULTRALYTICS, ['yolov11l']],
    ['Ultralytics/YOLO11x', 'yolo11x', 56.9, [[640, 97.45]], ULTRALYTICS, ['yolov11x']],
    ['jameslahm/yolov10s', 'yolov10s', 7.2, [[640, 10.8]], 'Wang et al. 2024 (YOLOv10), table 1'],
    ['jameslahm/yolov10m', 'yolov10m', 15.4, [[640, 29.55]], 'Wang et al. 2024 (YOLOv10), table 1'],
    ['jameslahm/yolov10x', 'yolov10x', 29.5, [[640, 80.2]], 'Wang et al. 2024 (YOLOv10), table 1'],
    ['yolov7', 'yolov7_base', 36.9, [[640, 52.35]], 'Wang et al. 2022 (YOLOv7), table 2'],
    ['yolov4', 'yolov4', 64.4, [[416, 30.15]], 'Bochkovskiy et al. 2020 and the Darknet repository: 60.3 BFLOPs at 416 pixels'],
    ['yolox-l', 'yolox_l', 54.2, [[640, 77.8]], 'Ge et al. 2021 (YOLOX), table 3'],
    ['PekingU/rtdetr_r50vd', 'rtdetr_r50', 42, [[640, 68]], 'Zhao et al. 2023 (RT-DETR), table 2', ['rt-detr', 'rtdetr']],
    ['PekingU/rtdetr_r101vd', 'rtdetr_r101', 76, [[640, 129.5]], 'Zhao et al. 2023 (RT-DETR), table 2'],
    ['torchvision/fasterrcnn_resnet50_fpn', 'fasterrcnn_resnet50', 41.76, [[800, 134.38]], TORCHVISION, ['faster-rcnn', 'fasterrcnn']],
    ['torchvision/fasterrcnn_mobilenet_v3_large_fpn', 'fasterrcnn_mobilenetv3', 19.39, [[800, 4.49]], TORCHVISION],
    ['torchvision/maskrcnn_resnet50_fpn', 'maskrcnn_resnet50', 44.4, [[800, 134.38]], TORCHVISION, ['maskrcnn']],
    ['torchvision/keypointrcnn_resnet50_fpn', 'keypointrcnn_resnet50', 59.14, [[800, 137.42]], TORCHVISION],
    ['torchvision/fcos_resnet50_fpn', 'fcos_resnet50', 32.27, [[800, 128.21]], TORCHVISION, ['fcos']],
    ['torchvision/ssd300_vgg16', 'ssd300_vgg16', 35.64, [[300, 34.86]], TORCHVISION],
    ['torchvision/ssdlite320_mobilenet_v3_large', 'ssdlite320_mobilenetv3', 3.44, [[320, 0.583]], TORCHVISION, ['ssdlite']],
    ['deepbox/VGG3DDetection', 'deepbox_vgg3d', 46.1, [[224, 19.53]], 'Mousavian et al. 2016: VGG19 without its classifier and three heads on 7 x 7 x 512, counted by hand'],
    ['easyocr/EasyOCRDetector', 'craft', 20.77, [[697, 173]], 'Baek et al. 2019 (CRAFT): VGG16 and a U-shaped decoder, counted by hand', ['craft']],
    ['ncnn/FastestDet', 'ncnn_FastestDet', 0.236, [[352, 0.124]], 'ShuffleNet V2 0.5x (41 MMACs at 224 pixels, Ma et al. 2018) at 352 pixels and the head, counted by hand', ['fastestdet']],
    ['mediapipe/blazeface', 'ncnn_blazeface', 0.086, [[128, 0.031]], 'Bazarevsky et al. 2019 (BlazeFace), figure 3: counted by hand', ['blazeface']],
    [
      'ultraface-rfb-320',
      'inc_ultraface(onnxmodelzoo)',
      0.3,
      [[320, 0.1]],
      'Ultra-Light-Fast-Generic-Face-Detector repository: 90 to 109 MFLOPs',
      ['ultra-face-onnx-model-zoo-qlinearops', 'ultraface'],
    ],
  ],
  segmentation: [
    [
      'mlperf/3d-unet',
      '3d-unet',
      31.2,
      [[128, 47_700]],
      `${MLPERF}: 477 GMACs a window of 128 x 128 x 128, about 100 half-overlapping windows a KiTS19 volume of about 450 x 400 x 400 mm (estimate)`,
      ['3d-unet-99', '3d-unet-99.9', 'unet3d'],
    ],
    ['torchvision/fcn_resnet50', 'inc_fcn(onnxmodelzoo)', 35.32, [[520, 152.72]], TORCHVISION, ['fcn']],
    ['torchvision/fcn_resnet101', 'fcn_resnet101', 54.31, [[520, 232.74]], TORCHVISION],
    ['torchvision/deeplabv3_resnet50', 'deeplabv3_resnet50', 42, [[520, 178.72]], TORCHVISION],
    ['torchvision/deeplabv3_resnet101', 'deeplabv3_resnet101', 61, [[520, 258.74]], TORCHVISION],
    ['torchvision/deeplabv3_mobilenet_v3_large', 'deeplabv3_mobilenetv3', 11.03, [[520, 10.45]], TORCHVISION],
    ['torchvision/lraspp_mobilenet_v3_large', 'lraspp_mobilenetv3', 3.22, [[520, 2.09]], TORCHVISION, ['lraspp']],
    ['bgnet', 'bgnet', 79.85, [[416, 58.45]], 'Sun et al. 2022 (BGNet): parameters and multiply-accumulates as later comparisons of camouflaged object detection list them'],
    ['track_anything/EncodeKey', 'track_anything_key', 9.72, [[426, 12.3]], 'Cheng and Schwing 2022 (XMem): ResNet-50 without its last stage, and the key projection, counted by hand', XMEM],
    ['sam2/SAM2Encoder', 'sam2_hiera_tiny', 33.5, [[1024, 130]], 'image tower of SAM 2 tiny as timm counts it at 896 pixels (99.86 GMACs), at 1,024'],
    ['ChaoningZhang/mobilesam', 'mobilesam', 9.8, [[1024, 38.2]], 'Zhou et al. 2023 (EdgeSAM), table 1', ['mobile-sam', 'mobilesam/MobileSAMEncoder']],
  ],
  diffusion: [
    ['stable-diffusion-v1-5/text-encoder', 'clip_vit_l14_text', 123.06, [[77, 6.65]], TEXT_ENCODER, ['controlnet-canny-text-encoder', 'sd-text-encoder']],
    ['stabilityai/stable-diffusion-2-1/text-encoder', 'openclip_vit_h14_text', 340.39, [[77, 22.56]], TEXT_ENCODER, ['stable-diffusion-v2-1-text-encoder']],
    [
      'lllyasviel/sd-controlnet-canny',
      'controlnet_canny',
      361.28,
      [[512, 146]],
      'the encoder half of the UNet and its copies of the skip connections, counted layer by layer',
      ['controlnet-canny-controlnet', 'controlnet'],
    ],
    ['stable-diffusion-v1-5/stable-diffusion-v1-5', 'stable_diffusion_v1_5', 1032.1, [[512, 41_430]], `${UNET}; 50 steps with and without text, both texts, the decoder`, SD_15],
    [
      'stabilityai/stable-diffusion-2-1',
      'stable_diffusion_v2_1',
      1255.8,
      [
        [512, 41_515],
        [768, 110_380],
      ],
      `${UNET}; 50 steps with and without text, both texts, the decoder`,
      ['stable-diffusion-2-1', 'stable-diffusion-v2-1', 'sd-2.1', 'sd21'],
    ],
    [
      'stabilityai/stable-diffusion-xl-base-1.0',
      'stable-diffusion-xl',
      3469,
      [[1024, 140_600]],
      `${UNET}; 20 steps with and without text as in MLPerf Inference, both texts, the decoder`,
      ['stable-diffusion-xl', 'sdxl', 'sdxl-base'],
    ],
    ['stabilityai/sdxl-turbo', 'sdxl_turbo', 3469, [[512, 2_160]], `${UNET}; one step without guidance, the text, the decoder`, ['sdxl-turbo']],
  ],
  recommendation: [
    [
      'mlperf/dlrm',
      'dlrm',
      24_033,
      [[1, 0.664]],
      `${MLPERF}: bottom 13-512-256-128, 27 x 27 interactions of 128, top 479-1024-1024-512-256-1, 2.46 MMACs a user and item, 270 of them a sample on average`,
      ['dlrm-99', 'dlrm-99.9'],
    ],
    [
      'mlperf/dlrm-v2',
      'dlrm-v2',
      26_130,
      [[1, 4.33]],
      `${MLPERF}: bottom 13-512-256-128, 3 cross layers of 3456 with rank 512, top 3456-1024-1024-512-256-1, 16.0 MMACs a user and item, 270 of them a sample on average`,
      ['dlrm-v2-99', 'dlrm-v2-99.9', 'dlrm-dcnv2'],
    ],
    ['mlperf/ncf', 'ncf', 31.8, [[1, 0.000107]], 'He et al. 2017: the multilayer perceptron of neural collaborative filtering, 256-256-128-64, counted by hand', ['ncf']],
  ],
  text_to_text: [
    [
      'mlperf/gptj-summarize',
      'gptj',
      6050.9,
      [[1, 6081]],
      'MLPerf Inference: an article of CNN/DailyMail (781 tokens, See et al. 2017) and a summary of 56 in four beams, each token through 6.05 B parameters',
      ['gptj-99', 'gptj-99.9'],
    ],
    ['opus_mt_en_es/OpusMTEncoder', 'marian_encoder', 52.2, [[256, 5.24]], 'layers counted one by one, 256 tokens', ['opus_mt_es_en/OpusMTEncoder', 'opus_mt_zh_en/OpusMTEncoder']],
    ['opus_mt_en_es/OpusMTDecoder', 'marian_decoder', 58.5, [[256, 0.058]], 'layers counted one by one, one step after 256 tokens', ['opus_mt_es_en/OpusMTDecoder', 'opus_mt_zh_en/OpusMTDecoder']],
  ],
  multimodal: [
    ['trocr/TrOCREncoder', 'trocr_encoder', 23, [[384, 15.52]], 'Li et al. 2021 (TrOCR small): DeiT small at 384 pixels as timm counts it'],
    ['trocr/TrOCRDecoder', 'trocr_decoder', 38.3, [[384, 0.024]], 'Li et al. 2021 (TrOCR small): 6 layers of width 256 and 64,044 words, one step, counted by hand'],
  ],
  audio: [
    ['whisper_tiny/HfWhisperEncoder', 'whisper_tiny_encoder', 9.39, [[3000, 18.5]], WHISPER],
    ['whisper_tiny/HfWhisperDecoder', 'whisper_tiny_decoder', 28.4, [[1, 0.033]], WHISPER],
    ['whisper_base/HfWhisperEncoder', 'whisper_base_encoder', 23.7, [[3000, 43.7]], WHISPER],
    ['whisper_base/HfWhisperDecoder', 'whisper_base_decoder', 48.9, [[1, 0.058]], WHISPER],
    ['whisper_small_quantized/WhisperSmallEncoderQuantizable', 'whisper_small_encoder', 88.2, [[3000, 172]], WHISPER],
    ['whisper_small_quantized/WhisperSmallDecoderQuantizable', 'whisper_small_decoder', 153.6, [[1, 0.167]], WHISPER],
    ['whisper_large_v3_turbo/HfWhisperEncoder', 'whisper_turbo_encoder', 637, [[3000, 1137]], WHISPER],
    ['whisper_large_v3_turbo/HfWhisperDecoder', 'whisper_turbo_decoder', 171.9, [[1, 0.174]], WHISPER],
    ['nvidia/tacotron2', 'tacotron2', 28.2, [[1, 0.024]], 'Shen et al. 2017: weights that one mel frame meets (decoder, post-net, its share of the encoder), counted by hand', ['tacotron-2']],
    ['nvidia/waveglow', 'waveglow', 87.9, [[1, 0.0102]], 'Prenger et al. 2018: a group of 8 samples meets every weight but those of the upsampling', ['wave-glow']],
    ['google/yamnet', 'yamnet', 3.75, [[96, 0.07]], 'TensorFlow models, YAMNet: 3.7 M weights, 69.2 M multiplies for a frame of 960 ms', ['yamnet']],
  ],
  vision: [
    [
      'onnxmodelzoo/arcface-resnet100',
      'inc_arcface(onnxmodelzoo)',
      65.2,
      [[112, 12.1]],
      'Deng et al. 2018 (ArcFace): ResNet100-IR, 24.2 GFLOPs at 112 pixels',
      ['arcface', 'arcface-onnx-model-zoo-qlinearops'],
    ],
    [
      'onnxmodelzoo/emotion-ferplus',
      'inc_emotionferplus(onnxmodelzoo)',
      8.76,
      [[64, 0.88]],
      'Barsoum et al. 2016: VGG13 at 64 pixels, counted by hand',
      ['emotion-ferplus-onnx-model-zoo-qlinearops', 'ferplus'],
    ],
    [
      'onnxmodelzoo/zfnet512',
      'inc_zfnet(onnxmodelzoo)',
      84.6,
      [[224, 2.15]],
      'Zeiler and Fergus 2013, last convolutions 512-1024-512 wide and 5 x 5 places before the classifier, counted by hand',
      ['zfnet-onnx-model-zoo-qdq', 'zfnet-onnx-model-zoo-qlinearops', 'zfnet'],
    ],
    ['peleenet', 'inc_peleenet', 2.8, [[224, 0.508]], 'Wang et al. 2018 (PeleeNet), table 3', ['peleenet-static']],
    ['timm/regnety_040', 'regnety_040', 20.65, [[224, 4, 12.29]], 'Radosavovic et al. 2020 and timm', ['regnety', 'regnet', 'regnet-y-040']],
    ['timm/regnety_160', 'regnety_160', 83.59, [[224, 15.96, 23.04]], 'Radosavovic et al. 2020 and timm', ['regnet-y-160']],
    ['timm/nasnetalarge', 'nasnetalarge', 88.75, [[331, 23.89, 90.56]], 'Zoph et al. 2017 and timm', ['nasnet']],
    ['timm/inception_resnet_v2', 'inceptionresnetv2', 55.84, [[299, 13.18, 25.06]], 'Szegedy et al. 2016 and timm', ['inception-resnet-v2']],
  ],
  embedding: [['google/mobilebert-uncased', 'mobilebert', 24.58, [[128, 2.85]], 'Sun et al. 2020 (MobileBERT), table 4: 5.7 GFLOPs at 128 tokens', ['mobilebert']]],
}

/** Models that no graph is built for, by published figures. */
export const PUBLISHED: readonly ModelSpec[] = Object.entries(ROWS).flatMap(([family, rows]) => rows.map((row) => spec(family as ModelFamily, row)))

function spec(family: ModelFamily, [id, architecture, millions, costs, source, aliases = []]: Row): ModelSpec {
  const published = costs.map(([inputSize, gmacs, activations]): PublishedCost => ({ inputSize, macs: gmacs * 1e9, ...(activations === undefined ? {} : { activations: activations * 1e6 }) }))
  return { id, aliases, architecture, family, unit: 'sample', inputSize: costs[0]![0], parameters: Math.round(millions * 1e6), published, source }
}
