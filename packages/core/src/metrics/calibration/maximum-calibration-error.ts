import { calibrationError } from './calibration-error.ts'

export const maximumCalibrationError = calibrationError({
  id: 'maximum_calibration_error',
  title: 'Maximum calibration error',
  definition: 'Largest gap between mean confidence and outcome of any equal-width confidence bin that holds rows; bins as in the expected calibration error.',
  reference: "torchmetrics, calibration_error(norm='max'), its definition in NumPy",
  summary: (bins) => bins.reduce((largest, { gap }) => Math.max(largest, gap), 0),
})
