import type { SampleInput } from '@benchcast/core/graph/onnx'
import type { InferenceSession, OnnxValue, Tensor } from 'onnxruntime-node'
import type { MeasureJob, OutputTensor } from './protocol.ts'

export type Runtime = typeof import('onnxruntime-node')
export type Feeds = Readonly<Record<string, Tensor>>

/** Loads ONNX Runtime. Its Node binding takes 16-bit floats as Uint16Array only, which it no longer finds once the language has an array type of its own for them. */
export async function loadRuntime(): Promise<Runtime> {
  Reflect.deleteProperty(globalThis, 'Float16Array')
  const module = (await import('onnxruntime-node')) as Runtime & { readonly default?: Runtime }
  return module.default ?? module
}

/** Errors are thrown; the runtime need not print them too. */
const FATAL_ONLY = 4

export const sessionOptions = ({ providers, threads }: Pick<MeasureJob, 'providers' | 'threads'>): InferenceSession.SessionOptions => ({
  executionProviders: [...providers],
  logSeverityLevel: FATAL_ONLY,
  ...(threads !== undefined && { intraOpNumThreads: threads }),
})

export const openSession = (runtime: Runtime, job: Pick<MeasureJob, 'modelPath' | 'providers' | 'threads'>): Promise<InferenceSession> =>
  runtime.InferenceSession.create(job.modelPath, sessionOptions(job))

const ARRAYS = { float32: Float32Array, float16: Uint16Array, int64: BigInt64Array, int32: Int32Array, int8: Int8Array, uint8: Uint8Array, bool: Uint8Array, float64: Float64Array } as const

/** Inputs as tensors, without those that the model does not read. */
export function feedsOf(runtime: Runtime, { inputNames }: { readonly inputNames: readonly string[] }, inputs: readonly SampleInput[]): Feeds {
  return Object.fromEntries(inputs.filter(({ name }) => inputNames.includes(name)).map((input) => [input.name, tensorOf(runtime, input)]))
}

function tensorOf(runtime: Runtime, { type, shape, bytes }: SampleInput): Tensor {
  const Values = ARRAYS[type as keyof typeof ARRAYS]
  const values = new Values(bytes.slice().buffer)
  return new runtime.Tensor(type as 'float32', values as Float32Array, shape)
}

/** Results as bytes that can be sent to another process. */
export function outputsOf(results: InferenceSession.OnnxValueMapType): readonly OutputTensor[] {
  return Object.entries(results).flatMap(([name, value]) => (isTensor(value) ? [{ name, type: value.type, shape: value.dims, bytes: bytesOf(value) }] : []))
}

const isTensor = (value: OnnxValue): value is Tensor => 'dims' in value && ArrayBuffer.isView(value.data)

function bytesOf({ data }: Tensor): Uint8Array {
  const { buffer, byteOffset, byteLength } = data as Float32Array
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength).slice()
}

/** Names of outputs in single precision that hold a value that is no finite number. */
export function nonFiniteOutputs(results: InferenceSession.OnnxValueMapType): readonly string[] {
  return Object.entries(results).flatMap(([name, value]) => (isTensor(value) && value.data instanceof Float32Array && !value.data.every(Number.isFinite) ? [name] : []))
}
