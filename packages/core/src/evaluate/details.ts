import type { ModelDetails } from '../api/index.ts'
import type { Measured } from './measure.ts'
import type { ModelInput, RunInput } from './run-input.ts'

export function detailsOf(_model: ModelInput, _measured: Measured, _input: RunInput): ModelDetails {
  return {}
}
