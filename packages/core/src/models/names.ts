/** Longest name that is looked at; nothing after it can name a model. */
const MAX_LENGTH = 160

/** A name with what was taken off it until it was found. */
export interface NameCandidate {
  readonly name: string
  /** Words that do not change the graph and were left out: quantisation, fine-tuning, data set, image size. */
  readonly ignored: readonly string[]
  /** Pixels of one side, when the name said so: `vit_base_patch16_384`. */
  readonly imageSize?: number
}

/** Trailing words that say how a model was trained, tuned, stored or packed: the operators stay the same. */
const NEUTRAL =
  /^(instruct|thinking|chat|it|hf|gguf|ggml|awq|gptq|exl2|mlx|onnx|openvino|ov|qdq|static|quantized|quantizable|qat|ptq|pb|pt2e|integerops|qlinearops|dynamic|huggingface|onnxmodelzoo|in1k|in12k|in21k|in22k|in22ft1k|in21ft1k|22kft1k|1k|12k|21k|22k|ft|ft1k|ap|ns|jsf|miil|dist|v1k|sst|mrpc|squad|qnli|mnli|cls|uncased|cased|finetuned|pretrained|torch|pytorch|tf|f16|f32|fp32|fp16|bf16|fp8|fp4|nvfp4|mxfp4|int8|int4|w8a16|w4a16|w8a8|4bit|8bit|bnb|preview|latest|pt|seq\d+)$/
const QUANTISED = /-(?:ud-)?(?:i?q\d[a-z0-9-]*|tq\d[a-z0-9-]*)$/
const MODEL_ZOO = '-onnx-model-zoo'
const DATED = /^(?:20\d\d|\d{2}(?:0[1-9]|1[0-2])|0[1-9]\d\d)$/
const MINOR_VERSION = /^v\d+\.\d+$/
const FRAMEWORK_PREFIX = /^(?:tf|gluon|tv|legacy|timm|torchvision|huggingface|hf|adv|ens|ssl|swsl|ig|jx|tv2|pytorch|ncnn|inc)-/

/**
 * One spelling for all writings of a name: lower case, words joined by `-`, at most 160 characters. Anything that is neither letter, digit nor dot separates words, so that
 * no name can hurt.
 *
 * @example
 * normaliseName('google-bert/BERT_base uncased') // 'google-bert-bert-base-uncased'
 */
export function normaliseName(name: string): string {
  const words = name.slice(0, MAX_LENGTH).normalize('NFKC').toLowerCase()
  return words.replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')
}

/** A normalised name with its numbers written on to the words before them: `llama3.1-8b` of `llama-3.1-8b`. */
export const joined = (normalisedName: string): string => normalisedName.replace(/([a-z])-(?=\d)/g, '$1')

/**
 * The name, then ever shorter forms of it that have the same graph, most literal first: without organisation, timm's tag, quantisation, words of tuning and image size.
 *
 * @example
 * nameCandidates('timm/convnext_base.fb_in22k_ft_in1k_384').map(({ name }) => name) // [..., 'convnext-base']
 */
export function nameCandidates(name: string): NameCandidate[] {
  const short = name.slice(0, MAX_LENGTH)
  const bare = short.slice(short.lastIndexOf('/') + 1)
  const tag = bare.search(/\.(?=[a-z_])/i)
  const size = tag < 0 ? undefined : imageSizeOf(bare.slice(tag).split(/[._]/).at(-1)!)
  const found = new Map<string, NameCandidate>()
  for (const form of [short, bare, ...(tag > 0 ? [bare.slice(0, tag)] : [])]) {
    const ignored = form === short || form === bare ? [] : [bare.slice(tag + 1)]
    for (const candidate of shorter({ name: normaliseName(form), ignored, ...(ignored.length > 0 && size ? { imageSize: size } : {}) }))
      if (!found.has(candidate.name)) found.set(candidate.name, candidate)
  }
  return [...found.values()]
}

function* shorter(candidate: NameCandidate): Generator<NameCandidate> {
  for (let current: NameCandidate | undefined = candidate; current !== undefined && current.name !== ''; current = withoutLast(current)) {
    yield current
    const plain = current.name.replace(FRAMEWORK_PREFIX, '')
    for (const name of [plain, joined(current.name), joined(plain)]) if (name !== current.name) yield { ...current, name }
  }
}

/** Takes the last word off when it does not change the graph. */
function withoutLast({ name, ignored, ...rest }: NameCandidate): NameCandidate | undefined {
  if (name.endsWith(MODEL_ZOO)) return { ...rest, name: name.slice(0, -MODEL_ZOO.length), ignored: [...ignored, MODEL_ZOO.slice(1)] }
  const cut = name.search(QUANTISED)
  if (cut > 0) return { ...rest, name: name.slice(0, cut), ignored: [...ignored, name.slice(cut + 1)] }
  const at = name.lastIndexOf('-')
  if (at < 0) return undefined
  const word = name.slice(at + 1)
  const size = imageSizeOf(word)
  if (size === undefined && !NEUTRAL.test(word) && !DATED.test(word) && !MINOR_VERSION.test(word)) return undefined
  return { ...rest, ...(size === undefined ? {} : { imageSize: size }), name: name.slice(0, at), ignored: [...ignored, word] }
}

/** Image sizes that are no multiple of 16. */
const ODD_SIZES = new Set([260, 300, 378, 380, 408, 456, 475, 518, 600])

/** Pixels of one side, 112 to 1536, as a word of its own; undefined for any other word. */
export function imageSizeOf(word: string): number | undefined {
  const size = /^\d{3,4}$/.test(word) ? Number(word) : 0
  return ODD_SIZES.has(size) || (size >= 112 && size <= 1536 && size % 16 === 0) ? size : undefined
}
