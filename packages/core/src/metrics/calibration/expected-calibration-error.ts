import { calibrationError } from './calibration-error.ts'

export const expectedCalibrationError = calibrationError({
  id: 'expected_calibration_error',
  title: 'Expected calibration error',
  definition:
    'Mean gap between confidence and outcome over equal-width confidence bins, weighted by rows. Two classes: probability of the positive class against its frequency; more: largest probability against accuracy.',
  reference: "torchmetrics, calibration_error(norm='l1'), its definition in NumPy",
  summary: (bins) => bins.reduce((sum, { gap, share }) => sum + gap * share, 0),
})
