import { HARDWARE_BY_ID } from './catalogue.ts'
import type { HardwareSpec, Platform } from './hardware.ts'

/** The device that stands for a platform when a request names none, and why this one. */
export const REPRESENTATIVES: Readonly<Record<Platform, { readonly id: string; readonly reason: string }>> = {
  cpu: { id: 'intel-xeon-platinum-8380', reason: 'a server processor of the generation most clouds rent' },
  cuda: { id: 'nvidia-a100-80gb-sxm', reason: 'the card clouds rent and papers report most, with room for models of 30 billion parameters' },
  rocm: { id: 'amd-instinct-mi300x', reason: 'the accelerator most ROCm results are reported on' },
  mps: { id: 'apple-m2', reason: 'the middle of the Macs in use' },
  openvino: { id: 'intel-core-ultra-7-155h', reason: 'the processor of a common laptop, whose graphics and neural parts OpenVINO can use as well' },
  webgpu: { id: 'intel-iris-xe-graphics-96-eu', reason: 'the graphics part of a common laptop, as a browser reaches it' },
  webnn: { id: 'intel-core-ultra-7-155h-npu', reason: 'the neural accelerator of a common laptop, as a browser reaches it' },
  qnn: { id: 'samsung-galaxy-s24', reason: 'a common phone with a Hexagon accelerator' },
}

/**
 * The usual device of a platform, for a request that names none. For `cpu` the machine's own processor is the better answer where it is known ({@link describeMachineCpu}).
 *
 * @example
 * representative('cuda').name // 'NVIDIA A100 80GB SXM'
 */
export function representative(platform: Platform): HardwareSpec {
  return HARDWARE_BY_ID.get(REPRESENTATIVES[platform].id)!
}
