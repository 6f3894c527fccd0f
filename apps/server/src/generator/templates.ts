import type { TemplateType } from '@benchcast/core/api'
import type { Platform } from '@benchcast/core/hardware'
import type { LanguageId } from './languages.ts'

/** What a kind of script is; its text is the file `templates/<name>.<ending>.template`. */
export interface Template {
  readonly language: LanguageId
  readonly description: string
  /** Platforms it can measure on. */
  readonly supportedHardware: readonly Platform[]
  /** Number formats it can run; all where absent. */
  readonly precisions?: readonly string[]
  /** Runs an ONNX file, which can be written beside it. */
  readonly takesOnnx: boolean
}

/** Every kind of script. A new one is an entry, its name in TEMPLATE_TYPES, and its text. */
export const TEMPLATES: Readonly<Record<TemplateType, Template>> = {
  onnxruntime_python: {
    language: 'python',
    description: 'Python script that measures an ONNX file with ONNX Runtime. Needs numpy and onnxruntime.',
    supportedHardware: ['cpu', 'cuda', 'rocm', 'mps', 'openvino', 'qnn'],
    takesOnnx: true,
  },
  browser: {
    language: 'html',
    description: 'Page that measures an ONNX file in a browser with ONNX Runtime Web, on WebGPU, WebNN or WebAssembly.',
    supportedHardware: ['webgpu', 'webnn'],
    takesOnnx: true,
  },
  transformers_python: {
    language: 'python',
    description: 'Python script that measures a Hugging Face model with its real weights. Needs torch and transformers.',
    supportedHardware: ['cpu', 'cuda', 'rocm', 'mps'],
    precisions: ['fp32', 'fp16', 'bf16'],
    takesOnnx: false,
  },
  optimum_python: {
    language: 'python',
    description: 'Python script that exports a Hugging Face model to ONNX with its real weights and measures that. Needs optimum[onnxruntime] and torch.',
    supportedHardware: ['cpu', 'cuda', 'rocm'],
    precisions: ['fp32'],
    takesOnnx: false,
  },
  onnxruntime_node: {
    language: 'typescript',
    description: 'TypeScript program for Node that measures an ONNX file with ONNX Runtime. Needs onnxruntime-node.',
    supportedHardware: ['cpu', 'cuda', 'rocm', 'mps', 'openvino', 'qnn'],
    takesOnnx: true,
  },
}
