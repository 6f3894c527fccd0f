export { RUNNABLE_PRECISIONS, type RunnablePrecision, runnableGraph, type RunSize } from './runnable.ts'
export { type SampleInput, sampleInputs } from './sample-inputs.ts'
export { type ExternalTensor, type OnnxModel, type OnnxOptions, writeOnnx } from './write-onnx.ts'
