import { BenchcastError } from '../../../errors.ts'
import { MOST_INPUTS, type OnnxFacts, type OnnxInput, readOnnx } from './onnx.ts'
import { ProtobufProblem } from './protobuf.ts'
import { list, refuseOtherFeatures } from './same-features.ts'

/** Operator sets that the standard defines; any other needs a library of its own. */
const STANDARD_DOMAINS: readonly string[] = ['', 'ai.onnx', 'ai.onnx.ml']
/** Entries of the metadata that name the columns of a table: a JSON list, or names separated by commas. */
const NAMING_ENTRIES = ['features', 'feature_names', 'feature_names_in']

/** What exporters call an input that is a table: no name of its one column. */
const TABLE_NAME = /^(x|data|table|.*input.*|.*features?.*|args?_?\d*)$/i

/**
 * Names of the features of an ONNX model, in order: of its inputs, one value each; or of the columns of its one table, from its metadata or as declared.
 *
 * @param name the file's name as a sentence says it
 * @throws BenchcastError `unsafe_model_file` when it needs code or files beside it, or is no ONNX; `invalid_model` when its features have no names.
 */
export function onnxFeatures(bytes: Uint8Array, name: string, remedy: string, declared?: readonly string[]): readonly string[] {
  const facts = factsOf(bytes, name, remedy)
  const strange = facts.domains.find((domain) => !STANDARD_DOMAINS.includes(domain))
  if (strange !== undefined)
    throw new BenchcastError('unsafe_model_file', `${name} uses operators of '${strange}', which are code outside the file: export it with the standard operators (ai.onnx, ai.onnx.ml) alone.`)
  if (facts.hasExternalData) throw new BenchcastError('unsafe_model_file', `${name} keeps tensors in other files: save it with all of them inside.`)
  const features = facts.inputs.length === 1 ? columnsOf(facts, facts.inputs[0]!, name, declared) : scalarsOf(facts.inputs, name)
  if (new Set(features).size !== features.length || features.includes('')) throw new BenchcastError('invalid_model', `${name} has features without a name, or two of one name: give each its own.`)
  refuseOtherFeatures(features, name, declared)
  return features
}

function factsOf(bytes: Uint8Array, name: string, remedy: string): OnnxFacts {
  const refusal = (cause?: unknown) => new BenchcastError('unsafe_model_file', `${name} is neither serialised trees nor ONNX, so it is not known to be plain data. ${remedy}`, { cause })
  try {
    const facts = readOnnx(bytes)
    if (!facts.hasGraph || facts.domains.length === 0) throw refusal()
    return facts
  } catch (error) {
    throw error instanceof ProtobufProblem ? refusal(error) : error
  }
}

/** Inputs that hold one value a row each. */
function scalarsOf(inputs: readonly OnnxInput[], name: string): readonly string[] {
  if (inputs.length === 0 || inputs.length > MOST_INPUTS) throw new BenchcastError('invalid_model', `${name} has ${inputs.length} inputs: give it one for each feature, or one table of all features.`)
  const wide = inputs.find(({ shape }) => shape?.slice(1).some((size) => size !== 1))
  if (wide) throw new BenchcastError('invalid_model', `${name} has several inputs, and '${wide.name}' is wider than one value: give it one input for each feature, or one table of all features.`)
  return inputs.map((input) => input.name)
}

function columnsOf({ metadata }: OnnxFacts, { name: inputName, shape }: OnnxInput, name: string, declared?: readonly string[]): readonly string[] {
  const width = shape?.[1] ?? (shape?.length === 2 ? null : 1)
  const inFile = NAMING_ENTRIES.map((entry) => metadata.get(entry)).find((text) => text !== undefined)
  const ownName = width === 1 && !TABLE_NAME.test(inputName) ? [inputName] : undefined
  const features = inFile === undefined ? (ownName ?? declared ?? (width === 1 ? [inputName] : undefined)) : namesIn(inFile)
  if (features === undefined) {
    const columns = width === null ? 'columns' : `${width} columns`
    throw new BenchcastError(
      'invalid_model',
      `${name} has one input '${inputName}' of ${columns} without names: write them into the metadata entry 'feature_names' (a JSON list), or name them in the request.`,
    )
  }
  if (width !== null && width !== features.length)
    throw new BenchcastError('invalid_model', `${name} takes ${width} values, but ${features.length} features are named (${list(features)}): name as many as it takes.`)
  return features
}

function namesIn(text: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(text)
    if (Array.isArray(names) && names.every((one) => typeof one === 'string')) return names
  } catch {
    // No JSON: names separated by commas.
  }
  return text.split(',').map((one) => one.trim())
}
