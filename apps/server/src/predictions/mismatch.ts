import { BenchcastError } from '@benchcast/core/errors'
import { resolveModel } from '@benchcast/core/models'
import { type Setting, USUAL_PHASE } from '../storage/record-query.ts'
import type { RecordOf } from '../storage/store.ts'

type Row = RecordOf<'predictions'>

/** What was measured, in the words of a prediction's row. */
export type Measured = Pick<Row, 'model_name' | 'hardware_platform' | 'batch_size' | 'sequence_length' | 'precision' | 'mode' | 'phase'> & {
  /** As the caller named it and as the catalogue knows it; undefined where it was not named. */
  readonly device: { readonly named: string; readonly name: string | undefined } | undefined
  readonly facts: NonNullable<Setting['configuration']>
}

const COLUMNS = ['hardware_platform', 'batch_size', 'sequence_length', 'precision', 'mode'] as const

/**
 * Refuses to compare a measurement with a prediction of something else. What one of them leaves open is no difference.
 *
 * @throws BenchcastError `prediction_mismatch`, naming what differs.
 */
export function assertSame(prediction: Row, measured: Measured): void {
  const differences = [...differencesOf(prediction, measured)]
  if (differences.length === 0) return
  const list = new Intl.ListFormat('en').format(differences)
  throw new BenchcastError(
    'prediction_mismatch',
    `Prediction '${prediction.prediction_id}' is of something else than was measured: ${list}. Give the prediction_id of the same configuration, or leave it out to compare with the newest one.`,
  )
}

function* differencesOf(prediction: Row, measured: Measured): Iterable<string> {
  if (!isSameModel(prediction.model_name, measured.model_name)) yield differs('model_name', prediction.model_name, measured.model_name)
  for (const column of COLUMNS) if (prediction[column] !== measured[column]) yield differs(column, prediction[column], measured[column])
  const [phase, measuredPhase] = [prediction.phase ?? USUAL_PHASE, measured.phase ?? USUAL_PHASE]
  if (phase !== measuredPhase) yield differs('phase', phase, measuredPhase)
  const { device, configuration = {} } = prediction.metadata as Setting
  if (device !== undefined && measured.device !== undefined && device !== measured.device.name) yield differs('device', device, measured.device.name ?? measured.device.named)
  for (const [name, value] of Object.entries(configuration)) {
    const other = measured.facts[name]
    if (other !== undefined && other !== value) yield name === 'model_config' ? 'another model_config' : differs(name, value, other)
  }
}

const differs = (name: string, predicted: string | number, measured: string | number): string => `${name} ${predicted} (measured: ${measured})`

/** Two names of the catalogue may be of one model. */
function isSameModel(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [resolveModel({ modelName: a }), resolveModel({ modelName: b })]
  return one.source === 'exact' && other.source === 'exact' && one.architecture !== undefined && one.architecture === other.architecture
}
