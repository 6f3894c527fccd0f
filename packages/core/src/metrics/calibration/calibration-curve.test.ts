import { expect, it } from 'vitest'
import { DEFAULT_PARAMS } from '../metric.ts'
import { inputFromJson, sampleJson } from '../testing.ts'
import { expectedCalibrationError } from './expected-calibration-error.ts'
import { calibrationCurve } from './index.ts'

it('gives mean confidence and outcome per bin, null for empty ones, certainty in the last', () => {
  expect(calibrationCurve(inputFromJson('probabilities', { truth: [0, 1, 1, 0, 1], values: [0.1, 0.3, 0.5, 0.75, 1] }), 4)).toEqual({
    bin_lower: [0, 0.25, 0.5, 0.75],
    bin_upper: [0.25, 0.5, 0.75, 1],
    confidence: [0.1, 0.3, 0.5, 0.875],
    accuracy: [0, 1, 1, 0.5],
    count: [1, 1, 1, 2],
  })
  expect(calibrationCurve(inputFromJson('probabilities', { truth: [0, 1], values: [0.1, 0.3] }), 2)).toMatchObject({ confidence: [0.2, null], accuracy: [0.5, null], count: [2, 0] })
})

it('agrees with the expected calibration error', () => {
  const input = inputFromJson('probabilities', sampleJson('probabilities', 500))
  const { confidence, accuracy, count } = calibrationCurve(input)!
  const error = count.reduce((sum, n, b) => sum + (n === 0 ? 0 : (n / 500) * Math.abs(confidence[b]! - accuracy[b]!)), 0)
  expect(expectedCalibrationError.compute(input, DEFAULT_PARAMS)).toBeCloseTo(error, 14)
})

it('is undefined for scores that are not probabilities', () => {
  expect(calibrationCurve(inputFromJson('probabilities', { truth: [0, 1], values: [-2, 3] }))).toBeUndefined()
})
