import { ifKnown } from '../../errors.ts'
import { type HardwareSpec, type Platform, representative } from '../../hardware/index.ts'
import type { Quantity } from '../prediction.ts'
import { throughputOf } from '../predictor/answer.ts'
import { agreements } from '../predictor/other-mode.ts'
import type { AsMeasured } from '../predictor/prepare.ts'
import { requestedDevice } from '../predictor/requested-device.ts'
import { mapQuantity } from '../spread.ts'
import type { MeasuredWorkload, ThroughputEstimate, ThroughputEstimator, Workload } from '../workload.ts'
import { type AskedRow, catalogueRow } from './catalogue-row.ts'
import { doubtsOf } from './doubts.ts'
import { KnownWords } from './known-words.ts'
import { OwnRuns } from './own-runs.ts'
import type { TableRow } from './read-csv.ts'
import { RowProblem, workloadOfRow } from './workload-row.ts'

/** One line of predictions. A row that cannot be predicted has no numbers. */
export interface TablePrediction {
  readonly rowId: string
  readonly predicted?: number
  readonly lower?: number
  readonly upper?: number
}

/** Predictions of a table, and what was wrong with rows. */
export interface TableAnswer {
  readonly predictions: readonly TablePrediction[]
  /** Sentences for people, each with the rows it is about. */
  readonly warnings: readonly string[]
}

/** What is known besides the table. */
export interface TableOptions {
  /** Level of the intervals; 0.9 when absent. */
  readonly level?: number
  /** The machine the program runs on: assumed for its platforms where a row names no device. */
  readonly machine?: HardwareSpec | undefined
  /** What was measured besides, as requests describe it: a row that says the same is answered with it. */
  readonly known?: readonly MeasuredWorkload[]
}

/** A strange device stands in for its platform's usual one: its interval is this much wider in logs, on each side. */
const STRANGE_DEVICE_WIDENING = 1.2
const SHOWN_ROWS = 3

/**
 * Predicts every row of a table with the columns of the public measurements; `measured` rows, which also have `throughput_samples_per_s`, calibrate first. A row without a device is of the device that
 * requests without one are of.
 *
 * @example
 * predictTable(estimator, readCsv(features), readCsv(measured)).predictions[0] // { rowId: 'a1', predicted: 812, lower: 690, upper: 940 }
 */
export function predictTable(estimator: ThroughputEstimator, rows: readonly TableRow[], measured: readonly TableRow[] = [], { level = 0.9, machine, known = [] }: TableOptions = {}): TableAnswer {
  const notes = new Notes()
  // Whatever a measured row says, a measurement has it.
  const reading: Reading = { notes, machine, asMeasured: (workload) => estimator.asMeasured?.(workload), own: new OwnRuns([], []), words: new KnownWords({}, []) }
  const learnt = [...known, ...measured.flatMap((row, index) => measuredWorkload(row, `calibration row ${rowName(row, index)}`, reading))]
  const words = new KnownWords(
    estimator.words?.() ?? {},
    learnt.map(({ workload }) => workload),
  )
  const calibrated = learnt.length > 0 ? estimator.calibrate(learnt) : estimator
  const asking = { ...reading, words, own: new OwnRuns(learnt, known) }
  const read = rows.map((row, index) => readRow(row, `row ${rowName(row, index)}`, asking))
  const predictions: TablePrediction[] = rows.map((row, index) => ({ rowId: rowName(row, index) }))
  const able = read.flatMap((each, index) => (each === undefined ? [] : [{ ...each, index }]))
  const figures = figuresOf(able, (works) =>
    calibrated.estimate(
      works.map(({ workload }) => workload),
      level,
    ),
  )
  able.forEach(({ index }, place) => {
    const { value, lower, upper } = figures[place]!
    predictions[index] = { ...predictions[index]!, predicted: value, lower, upper }
  })
  return { predictions, warnings: notes.sentences() }
}

/** What rows count, a second: of one that asks what a request can, what the request is answered with. */
function figuresOf(rows: readonly ReadRow[], estimate: (works: readonly { readonly workload: Workload }[]) => readonly ThroughputEstimate[]): readonly Quantity[] {
  const estimates = estimate(rows)
  const asked = rows.flatMap((row, place) => (row.asked === undefined ? [] : [{ prepared: row.asked.prepared, place }]))
  const factors = agreements(
    asked.map(({ prepared }) => prepared),
    asked.map(({ place }) => estimates[place]!),
    estimate,
  )
  const agreed = new Map(asked.map(({ place }, i) => [place, factors[i]!]))
  return rows.map(({ asked, items, widening }, place) => {
    const estimated = estimates[place]!
    const { throughput: value, lower, upper, provenance } = estimated
    const figure = asked === undefined ? scaled({ value, lower, upper }, 1 / items) : scaled(throughputOf(asked.prepared, { ...estimated, agreed: agreed.get(place)! }).throughput, asked.perSample)
    const factor = provenance === 'measured' ? 1 : Math.exp(widening)
    return { value: figure.value, lower: figure.lower / factor, upper: figure.upper * factor }
  })
}

const scaled = (quantity: Quantity, factor: number): Quantity => mapQuantity(quantity, (figure) => figure * factor)

/** What rows are read with. */
interface Reading {
  readonly notes: Notes
  readonly machine: HardwareSpec | undefined
  readonly asMeasured: AsMeasured
  readonly own: OwnRuns
  readonly words: KnownWords
}

interface ReadRow {
  readonly workload: Workload
  /** Items of the workload in what the row counts. */
  readonly items: number
  /** The request that asks the same, where one can. */
  readonly asked: AskedRow | undefined
  /** The name under which a measurement of it is kept. */
  readonly modelName: string
  /** By how much wider its interval is, in logs on each side. */
  readonly widening: number
}

function readRow(row: TableRow, place: string, { notes, machine, asMeasured, own, words }: Reading): ReadRow | undefined {
  let ofDevice = 0
  const findDevice = (name: string, platform: Platform): HardwareSpec => {
    const { device, note, isStrange } = name.trim() === '' ? unnamedDevice(platform, machine) : deviceOrUsual(name, platform)
    if (note !== undefined) notes.add(note, place)
    ofDevice = isStrange ? STRANGE_DEVICE_WIDENING : 0
    return device
  }
  try {
    const workload = workloadOfRow(row, findDevice)
    for (const doubt of doubtsOf(row, words)) notes.add(doubt, place)
    const known = catalogueRow(row, workload, asMeasured, own)
    if (known?.unsupported !== undefined) throw new RowProblem(known.unsupported)
    if (known?.note !== undefined) notes.add(known.note, place)
    const { widening, ...found } = known ?? { workload, items: 1, asked: undefined, modelName: workload.modelName, widening: 0 }
    return { ...found, widening: ofDevice + widening }
  } catch (problem) {
    if (!(problem instanceof RowProblem)) throw problem
    notes.add(`${problem.message}. Rows left without a prediction`, place)
    return undefined
  }
}

/** The device that stands for the name of a row, with what is said about it and whether it may be of quite another speed. */
interface FoundDevice {
  readonly device: HardwareSpec
  readonly note?: string
  readonly isStrange: boolean
}

function unnamedDevice(platform: Platform, machine: HardwareSpec | undefined): FoundDevice {
  const { device } = requestedDevice({ platform }, machine)
  if (device === machine) return { device, note: `No device is named; predicted as ${device.name}, the one of this machine. Fill in the column device for another`, isStrange: false }
  return { device, note: `No device is named; predicted as ${device.name}, the usual one for ${platform}, with a wide interval. Fill in the column device`, isStrange: true }
}

function deviceOrUsual(name: string, platform: Platform): FoundDevice {
  const found = ifKnown(() => requestedDevice({ device: name, platform }))
  const device = found?.device ?? representative(platform)
  if (found === undefined) return { device, note: `Device '${name}' is not known for ${platform}; predicted as ${device.name} with a wide interval`, isStrange: true }
  if (found.match !== 'similar') return { device, isStrange: false }
  return { device, note: `Device '${name}' is not in the catalogue; predicted as ${device.name} with a wide interval`, isStrange: true }
}

function measuredWorkload(row: TableRow, place: string, reading: Reading): MeasuredWorkload[] {
  const throughput = Number(row['throughput_samples_per_s'] || Number.NaN)
  const read = readRow(row, place, reading)
  if (read === undefined) return []
  if (Number.isFinite(throughput) && throughput > 0)
    return [{ workload: { ...read.workload, modelName: read.modelName, calledAs: read.workload.calledAs ?? read.workload.modelName }, throughput: throughput * read.items }]
  reading.notes.add('throughput_samples_per_s is missing or not positive. Rows not calibrated on', place)
  return []
}

/** What a row is called: by its id, else by its place. */
export const rowName = (row: TableRow, index: number): string => row['row_id'] || String(index + 1)

/** Collects notes so that a thousand equal ones become a sentence. */
class Notes {
  readonly #places = new Map<string, string[]>()

  add(note: string, place: string): void {
    const places = this.#places.get(note)
    if (places === undefined) this.#places.set(note, [place])
    else places.push(place)
  }

  sentences(): string[] {
    return [...this.#places].map(([note, places]) => {
      const more = places.length > SHOWN_ROWS ? ` and ${places.length - SHOWN_ROWS} more` : ''
      return `${note}: ${places.slice(0, SHOWN_ROWS).join(', ')}${more}.`
    })
  }
}
