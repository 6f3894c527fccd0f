import { modelNamed } from './catalogue.ts'
import type { ModelSpec } from './model.ts'
import { normaliseName } from './names.ts'

/** What a name says about a model nobody knows. */
export interface NameWords {
  /** Parameters the name tells: `7b`, `8x7b`, `350m`. */
  readonly parameters?: number
  /** Of them those a token meets: `a3b`. */
  readonly activeParameters?: number
}

const FACTOR = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 } as const
type Suffix = keyof typeof FACTOR

/**
 * Sizes in a normalised name.
 *
 * @example
 * wordsOf('my-moe-30b-a3b') // { parameters: 30e9, activeParameters: 3e9 }
 */
export function wordsOf(name: string): NameWords {
  const mixture = /(?:^|[^a-z0-9.])(\d{1,3})x(\d{1,4}(?:\.\d{1,3})?)([bm])(?![a-z0-9])/.exec(name)
  const plain = /(?:^|[^a-z0-9.])(\d{1,5}(?:\.\d{1,3})?)([kmbt])(?![a-z0-9])/.exec(name)
  const active = /(?:^|-)a(\d{1,4}(?:\.\d{1,3})?)b(?![a-z0-9])/.exec(name)
  const parameters = mixture ? Number(mixture[1]) * Number(mixture[2]) * FACTOR[mixture[3] as Suffix] : plain ? Number(plain[1]) * FACTOR[plain[2] as Suffix] : 0
  return { ...(parameters > 0 && { parameters }), ...(active && { activeParameters: Number(active[1]) * 1e9 }) }
}

/** Words of names with the model that stands for all that have them; the first one found in a name wins, so special ones come first. */
const REPRESENTATIVES: readonly (readonly [words: string, id: string])[] = [
  ['tinyllama', 'tinyllama-1.1b'],
  ['codellama', 'codellama-7b-hf'],
  ['deepseek', 'deepseek-llm-7b-base'],
  ['llama vicuna alpaca zephyr wizardlm nemotron hermes', 'llama-3.1-8b'],
  ['mixtral', 'mixtral-8x7b-v0.1'],
  ['moe', 'qwen3-30b-a3b'],
  ['mistral ministral codestral', 'mistral-7b-v0.3'],
  ['qwq qwen', 'qwen2.5-7b'],
  ['gemma', 'gemma-2-2b'],
  ['smollm', 'smollm2-1.7b'],
  ['starcoder', 'starcoder2-7b'],
  ['pythia', 'pythia-1.4b'],
  ['gpt-neo', 'gpt-neo-1.3b'],
  ['gptj gpt-j', 'gpt-j-6b'],
  ['gpt-oss', 'gpt-oss-20b'],
  ['falcon', 'falcon-7b'],
  ['bloom', 'bloom-1b7'],
  ['phi', 'phi-3-mini-4k-instruct'],
  ['opt', 'opt-1.3b'],
  ['granite', 'granite-3.1-2b-instruct'],
  ['internlm', 'internlm2-7b'],
  ['chatglm glm kimi minimax baichuan olmo stablelm solar exaone aya llm mpt yi', 'llama-3.1-8b'],
  ['gpt', 'gpt2'],
  ['flan t5 ul2', 't5-base'],
  ['pegasus', 'pegasus-xsum'],
  ['marian opus nllb m2m', 'opus-mt-en-de'],
  ['bart', 'bart-base'],
  ['whisper', 'whisper-base'],
  ['wav2vec hubert wavlm speech audio asr conformer zipformer rnnt', 'wav2vec2-base-960h'],
  ['siglip', 'siglip-base-patch16-224'],
  ['clip blip', 'clip-vit-base-patch32'],
  ['sdxl', 'sdxl-base'],
  ['diffusion riffusion controlnet flux pixart', 'stable-diffusion-v1-5'],
  ['yolo', 'yolov8s'],
  ['rt-detr rtdetr', 'rtdetr_r50vd'],
  ['detr', 'detr-resnet-50'],
  ['rcnn', 'mask-rcnn'],
  ['retina fcos centernet detector detection', 'retinanet'],
  ['ssd', 'ssd300_resnet50'],
  ['mobilesam', 'mobilesam'],
  ['fastsam', 'fastsam-s'],
  ['samvit sam', 'sam-vit-base'],
  ['segformer', 'segformer-b0'],
  ['unet', 'unet-camvid-onnx-0001'],
  ['deeplab segmentation', 'deeplabv3_xception'],
  ['esrgan srnet superresolution', 'real_esrgan_general_x4v3'],
  ['midas depth', 'depth-anything-v2'],
  ['videomae video', 'videomae-base'],
  ['efficientnetv2', 'efficientnetv2_s'],
  ['efficientnet', 'efficientnet-b0'],
  ['mobilenet mnasnet ghostnet lcnet', 'mobilenetv3_large'],
  ['shufflenet', 'shufflenet-v2'],
  ['squeezenet', 'squeezenet1_0'],
  ['convnext', 'convnext-tiny-224'],
  ['swin', 'swin-tiny-patch4-window7-224'],
  ['deit', 'deit-small-patch16-224'],
  ['beit', 'beit-base-patch16-224'],
  ['dino', 'dinov2-base'],
  ['maxvit', 'maxvit_tiny_tf_224'],
  ['mobilevit', 'mobilevit-x-small'],
  ['mixer resmlp gmlp', 'mixer_b16_224'],
  ['vit', 'vit-base-patch16-224'],
  ['resnext', 'resnext50_32x4d'],
  ['densenet', 'densenet121'],
  ['regnet', 'regnetx_032'],
  ['inception googlenet', 'inception_v3'],
  ['vgg', 'vgg16'],
  ['resnet nfnet resnest cnn convnet', 'resnet-50'],
  ['openpose pose face landmark', 'mobilenetv3_large'],
  ['distilbert distil-bert', 'distilbert-base-uncased'],
  ['roberta', 'roberta-base'],
  ['deberta', 'deberta-v3-base'],
  ['electra', 'electra-base-discriminator'],
  ['albert', 'albert-base-v2'],
  ['minilm', 'all-minilm-l6-v2'],
  ['mpnet', 'all-mpnet-base-v2'],
  ['bge', 'bge-base-en-v1.5'],
  ['e5', 'e5-base-v2'],
  ['gte', 'gte-base'],
  ['bert embed embedding sentence rerank encoder', 'bert-base-uncased'],
  ['dlrm recsys', 'dlrm'],
]

const SIBLINGS = REPRESENTATIVES.flatMap(([words, id]) => words.split(' ').map((word) => ({ word, id })))

/** What stands for a family of the wire when the name says nothing. */
const OF_FAMILY: readonly (readonly [RegExp, string])[] = [
  [/generat|llm|causal|chat|decoder/i, 'llama-3.2-1b'],
  [/text_to_text|translat|summar|seq2seq/i, 't5-base'],
  [/audio|speech|voice/i, 'whisper-base'],
  [/multi|clip/i, 'clip-vit-base-patch32'],
  [/diffus/i, 'stable-diffusion-v1-5'],
  [/detect/i, 'yolov8s'],
  [/segment/i, 'segformer-b0'],
  [/video/i, 'videomae-base'],
  [/vision|image|cnn/i, 'resnet-50'],
  [/embed|text|nlp|bert/i, 'bert-base-uncased'],
]

/** The representative of the first known word in a normalised name. Words of fewer than five letters must begin a word of the name. */
export function representative(name: string): ModelSpec | undefined {
  const found = SIBLINGS.find(({ word }) => (word.length >= 5 ? name.includes(word) : name.startsWith(word) || name.includes(`-${word}`)))
  return found && modelNamed(normaliseName(found.id))
}

/** The representative of a family, by the words of the wire; BERT base when they say nothing. */
export function representativeOf(family = ''): ModelSpec {
  const id = OF_FAMILY.find(([pattern]) => pattern.test(family.slice(0, 64)))?.[1] ?? 'bert-base-uncased'
  return modelNamed(normaliseName(id))!
}
