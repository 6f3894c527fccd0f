import type { Prediction } from '../prediction.ts'

/**
 * How far the errors of two predictions go together, 0 to 1: the product of what model, device, precision and batch share. Errors on one device and in one family have a common part,
 * which is why one measurement there teaches about the others.
 */
export function errorCorrelation(a: Prediction, b: Prediction): number {
  return device(a, b) * model(a, b) * precision(a, b) * batch(a, b)
}

const device = (a: Prediction, b: Prediction): number => (a.device.id === b.device.id && a.request.platform === b.request.platform ? 1 : a.request.platform === b.request.platform ? 0.5 : 0.2)

function model(a: Prediction, b: Prediction): number {
  if (a.request.modelName === b.request.modelName) return 1
  const size = Math.exp(-Math.abs(Math.log(a.parameters / b.parameters)) / 3)
  return (a.modelFamily === b.modelFamily ? 0.8 : 0.5) * size
}

const precision = (a: Prediction, b: Prediction): number => (a.request.precision === b.request.precision ? 1 : 0.7)

/** Neighbouring powers of two keep 90 %. */
const batch = (a: Prediction, b: Prediction): number => Math.exp(-0.1 * Math.abs(Math.log2(a.request.batchSize / b.request.batchSize)))
