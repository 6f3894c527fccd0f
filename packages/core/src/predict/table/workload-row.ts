import { type HardwareSpec, PLATFORMS, type Platform } from '../../hardware/hardware.ts'
import type { Workload } from '../workload.ts'
import type { TableRow } from './read-csv.ts'

/** A row that cannot be read as a workload: which column, and why. */
export class RowProblem extends Error {}

/**
 * A row of a measurement table (columns of the public measurements, measured ones not needed) as a workload.
 *
 * @param findDevice the device of that name on that platform
 * @throws {RowProblem} when the platform is unknown or a number is not one
 */
export function workloadOfRow(row: TableRow, findDevice: (name: string, platform: Platform) => HardwareSpec): Workload {
  const platform = platformOf(row)
  const number = (column: string, unit = 1) => positiveNumber(row, column, unit)
  if (MODEL_COLUMNS.every((column) => (row[column] ?? '').trim() === '')) throw new RowProblem('model_name is missing: name the model, or give params_m and gmacs')
  const mode = row['mode'] === 'training' ? 'training' : 'inference'
  return withoutUndefined({
    platform,
    device: findDevice(row['device'] ?? '', platform),
    framework: text(row, 'framework'),
    precision: text(row, 'precision'),
    mode,
    phase: text(row, 'phase') ?? (mode === 'training' ? 'train_step' : 'forward'),
    unit: text(row, 'unit') ?? 'sample',
    batchSize: batchOf(row),
    inputSize: number('sequence_length_or_image_size'),
    outputLength: number('output_len'),
    modelName: row['model_name'] || row['arch_key'] || '',
    modelFamily: text(row, 'model_family'),
    architectureKey: text(row, 'arch_key'),
    parameters: number('params_m', 1e6),
    macs: number('gmacs', 1e9),
    activations: number('macts_m', 1e6),
    weightBytes: number('weight_mb', 1e6),
    layers: number('n_layers'),
    devices: number('n_devices'),
    threads: number('threads'),
    compiled: flag(row, 'compiled'),
    autocast: flag(row, 'autocast'),
    layout: text(row, 'layout'),
    source: text(row, 'source'),
  })
}

/** What tells of the model; a row needs one of them. */
const MODEL_COLUMNS = ['model_name', 'arch_key', 'gmacs', 'params_m']

/** Leaves out what is not known. */
function withoutUndefined(facts: { readonly [Name in keyof Workload]: Workload[Name] | undefined }): Workload {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as unknown as Workload
}

function platformOf(row: TableRow): Platform {
  const platform = PLATFORMS.find((name) => name === row['hardware_platform'])
  if (platform === undefined) throw new RowProblem(`hardware_platform is "${row['hardware_platform'] ?? ''}"; it must be one of ${PLATFORMS.join(', ')}`)
  return platform
}

const text = (row: TableRow, column: string): string | undefined => row[column] || undefined

function flag(row: TableRow, column: string): boolean | undefined {
  const value = text(row, column)
  return value === undefined ? undefined : Number(value) === 1
}

/** As large as a batch of a request may be. */
const MOST_SAMPLES = 2 ** 20

function batchOf(row: TableRow): number | undefined {
  const value = text(row, 'batch_size')
  if (value === undefined) return undefined
  const batchSize = Number(value)
  if (!(batchSize >= 1 && batchSize <= MOST_SAMPLES)) throw new RowProblem(`batch_size is "${value}"; it must be a number from 1 to ${MOST_SAMPLES}`)
  return batchSize
}

function positiveNumber(row: TableRow, column: string, unit: number): number | undefined {
  const value = text(row, column)
  if (value === undefined) return undefined
  const number = Number(value)
  if (!(Number.isFinite(number) && number >= 0)) throw new RowProblem(`${column} is "${value}"; it must be a number from 0`)
  return number === 0 ? undefined : number * unit
}
