import type { Platform } from '@benchcast/core/hardware'

/** What runs a platform's models, by ONNX Runtime's name of the execution provider; a browser for the two of the web. */
interface PlatformFacts {
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
  webgpu: { remedy: 'It needs a browser with WebGPU.' },
  webnn: { remedy: 'It needs a browser with WebNN.' },
}
