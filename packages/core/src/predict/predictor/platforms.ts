import type { Platform } from '../../hardware/hardware.ts'

/** What a platform can do and costs, besides the device under it. */
export interface PlatformFacts {
  /** The name a person reads. */
  readonly title: string
  /** Runtime that is assumed when the caller names none, as measurements name it. */
  readonly framework: string
  /** Whether training steps run there. */
  readonly trains: boolean
  /** Precisions that run as another one there. */
  readonly runsAs: Readonly<Record<string, string>>
  /** Memory of the process, driver and libraries before any model is loaded, bytes. */
  readonly runtimeBytes: number
  /** Platform whose measurements stand in where nobody has published any. */
  readonly measuredAs: Platform
}

const MB = 2 ** 20

/** Runtime memory: typical residents of a process that has loaded the runtime and made a context; they differ by driver and version, which the interval of the memory covers. */
export const PLATFORM_FACTS: Readonly<Record<Platform, PlatformFacts>> = {
  cpu: { title: 'CPU', framework: 'onnxruntime', trains: true, runsAs: {}, runtimeBytes: 120 * MB, measuredAs: 'cpu' },
  cuda: { title: 'CUDA', framework: 'pytorch', trains: true, runsAs: {}, runtimeBytes: 450 * MB, measuredAs: 'cuda' },
  rocm: { title: 'ROCm', framework: 'pytorch', trains: true, runsAs: {}, runtimeBytes: 450 * MB, measuredAs: 'rocm' },
  mps: { title: 'Apple Metal', framework: 'pytorch', trains: true, runsAs: {}, runtimeBytes: 200 * MB, measuredAs: 'mps' },
  openvino: { title: 'OpenVINO', framework: 'openvino', trains: false, runsAs: {}, runtimeBytes: 150 * MB, measuredAs: 'openvino' },
  webgpu: { title: 'WebGPU', framework: 'ort-web', trains: false, runsAs: { bf16: 'fp16', int8: 'fp16', fp8: 'fp16' }, runtimeBytes: 250 * MB, measuredAs: 'webgpu' },
  webnn: { title: 'WebNN', framework: 'ort-web', trains: false, runsAs: { bf16: 'fp16', fp8: 'fp16', int4: 'int8' }, runtimeBytes: 250 * MB, measuredAs: 'webgpu' },
  qnn: { title: 'Qualcomm QNN', framework: 'qnn', trains: false, runsAs: { fp32: 'fp16', bf16: 'fp16', fp8: 'int8', int4: 'w8a16' }, runtimeBytes: 60 * MB, measuredAs: 'qnn' },
}
