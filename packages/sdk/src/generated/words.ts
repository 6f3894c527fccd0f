// Written by `npm run generate`; edit the registry it is read from.
/** Platforms that models run on. */
export const HardwarePlatform = {
  CPU: 'cpu',
  CUDA: 'cuda',
  ROCM: 'rocm',
  MPS: 'mps',
  OPENVINO: 'openvino',
  WEBGPU: 'webgpu',
  WEBNN: 'webnn',
  QNN: 'qnn',
} as const
export type HardwarePlatform = (typeof HardwarePlatform)[keyof typeof HardwarePlatform]

/** Number formats. */
export const PrecisionType = {
  FP32: 'fp32',
  FP16: 'fp16',
  BF16: 'bf16',
  INT8: 'int8',
  INT4: 'int4',
  FP8: 'fp8',
} as const
export type PrecisionType = (typeof PrecisionType)[keyof typeof PrecisionType]

/** What a model is run for. */
export const ModelMode = {
  INFERENCE: 'inference',
  TRAINING: 'training',
} as const
export type ModelMode = (typeof ModelMode)[keyof typeof ModelMode]
