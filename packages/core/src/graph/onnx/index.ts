export { RUNNABLE_PRECISIONS, type RunnablePrecision, type RunSize, runnableGraph } from './runnable.ts'
export { type SampleInput, sampleInputs } from './sample-inputs.ts'
export { type ExternalTensor, type OnnxModel, type OnnxOptions, writeOnnx } from './write-onnx.ts'
