import { BenchcastError } from '../../../errors.ts'
import type { TrainedCorrection } from '../correction.ts'
import { parseCorrection } from '../parse-correction.ts'
import { onnxFeatures } from './onnx-features.ts'
import { refuseOtherFeatures } from './same-features.ts'
import { UNSAFE_FORMATS } from './unsafe-formats.ts'

/** What a stored predictor is, found out without running any of it. */
export interface StoredPredictor {
  readonly format: 'trees' | 'onnx'
  /** Names of its inputs, in order. */
  readonly features: readonly string[]
  readonly sizeBytes: number
  /** Share of the loss reduction by feature, where the file says it. */
  readonly importances?: Readonly<Record<string, number>>
  /** The predictor itself, when it is of our own trees. */
  readonly correction?: TrainedCorrection
}

const LARGEST_BYTES = 64 * 2 ** 20
const BEGINNING = 4096
const REMEDY = 'Export it to ONNX with named features (skl2onnx, onnxmltools, torch.onnx.export), or send serialised trees as JSON.'

/**
 * Recognises a predictor that somebody brings along: serialised trees (JSON) or ONNX with named features. `declared` are the names the caller gives its features: those of the
 * file, or of the columns of an ONNX file whose one input is a table that does not name them.
 *
 * @throws BenchcastError `unsafe_model_file` for what is not plain data, `invalid_model` for data that is no usable predictor; the sentence says why and what to do.
 * @example inspectStoredPredictor(bytes, 'latency.onnx', ['batch_size', 'parameters']).format // 'onnx'
 */
export function inspectStoredPredictor(bytes: Uint8Array, fileName: string, declared?: readonly string[]): StoredPredictor {
  const name = JSON.stringify(fileName)
  const text = String.fromCharCode(...bytes.subarray(0, BEGINNING))
  refuseUnsafe(bytes, text, fileName)
  if (bytes.length === 0) throw new BenchcastError('invalid_model', `${name} is empty: send a predictor. ${REMEDY}`)
  if (bytes.length > LARGEST_BYTES) throw new BenchcastError('invalid_model', `${name} has ${bytes.length} bytes, ${LARGEST_BYTES} are the most: use fewer or smaller trees.`)
  if (/^(\xef\xbb\xbf)?\s*[{[]/.test(text)) return treesIn(bytes, name, declared)
  return { format: 'onnx', features: onnxFeatures(bytes, name, REMEDY, declared), sizeBytes: bytes.length }
}

function refuseUnsafe(bytes: Uint8Array, text: string, fileName: string): void {
  const refuse = (verb: string, { what, why }: (typeof UNSAFE_FORMATS)[number]) =>
    new BenchcastError('unsafe_model_file', `${JSON.stringify(fileName)} ${verb} ${what}, which is not stored: ${why}. ${REMEDY}`)
  const disguised = UNSAFE_FORMATS.find(({ matches }) => matches(bytes, text))
  if (disguised) throw refuse('is', disguised)
  const named = UNSAFE_FORMATS.find(({ endings }) => endings.some((ending) => fileName.toLowerCase().endsWith(ending)))
  if (named) throw refuse('is named like', named)
}

function treesIn(bytes: Uint8Array, name: string, declared: readonly string[] | undefined): StoredPredictor {
  const correction = parseCorrection(jsonOf(bytes, name))
  const { features, trees } = correction
  refuseOtherFeatures(features, name, declared)
  const total = trees.gain.reduce((sum, gain) => sum + gain, 0)
  const importances = total > 0 ? { importances: Object.fromEntries(trees.gain.map((gain, i) => [features[i]!, gain / total])) } : {}
  return { format: 'trees', features, sizeBytes: bytes.length, ...importances, correction }
}

function jsonOf(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new BenchcastError('invalid_model', `${name} begins like JSON but is not: ${(cause as Error).message}. Write it again.`, { cause })
  }
}
