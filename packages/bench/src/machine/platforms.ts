import type { Platform } from '@benchcast/core/hardware'
import type { BrowserProvider } from '../browser/providers.ts'

/** What runs a platform's models, by ONNX Runtime's name of the execution provider; a browser for the two of the web. */
interface PlatformFacts {
  /** What a browser calls it; found by asking one. */
  readonly browserProvider?: BrowserProvider
  readonly provider?: string
  /** What a person installs or does when it is missing. */
  readonly remedy: string
}

export const PLATFORM_FACTS: Readonly<Record<Platform, PlatformFacts>> = {
  cpu: { provider: 'cpu', remedy: '' },
  cuda: { provider: 'cuda', remedy: 'It needs an NVIDIA GPU with its driver, and ONNX Runtime with CUDA.' },
  rocm: { provider: 'rocm', remedy: 'It needs an AMD GPU with ROCm, and ONNX Runtime built for it.' },
  mps: { provider: 'coreml', remedy: 'It needs a Mac.' },
  openvino: { provider: 'openvino', remedy: 'It needs ONNX Runtime built with OpenVINO.' },
  qnn: { provider: 'qnn', remedy: 'It needs a Snapdragon with ONNX Runtime built for QNN.' },
  webgpu: { browserProvider: 'webgpu', remedy: '' },
  webnn: { browserProvider: 'webnn', remedy: '' },
}

/** Whether a platform's models run in a browser. */
export const runsInBrowser = (platform: Platform): boolean => PLATFORM_FACTS[platform].browserProvider !== undefined
