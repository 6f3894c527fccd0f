import { type Cell, type Table, visible } from '@benchcast/core/report'
import type { BenchPage, BenchRow } from '../bench/bench-this-machine.ts'
import type { Figure, HeldBack, Learning } from '../bench/learning.ts'
import { type Configuration, formatOf, hasOwnWeights, isKnown, type MeasuredConfiguration } from '../bench/sweep.ts'
import { figure, percent } from './figure.ts'
import type { Ink } from './ink.ts'
import { renderTable } from './table.ts'
import { wrapped } from './text.ts'

/** What was measured on this machine, how good the predictions were, and how much better they got by learning from half of it. */
export function benchPage({ device, machine: { runtime }, rows, learning }: BenchPage, width: number, ink: Ink): string {
  const flags = new Map(rows.flatMap(({ measured: { result } }) => result.flags.map(({ code, message }) => [code, message] as const)))
  return [
    [ink.soft('━'.repeat(width)), ink.strong(`Measured on ${device}`), ink.soft(`${runtime}, ${weightsOf(rows)}; p50 of a batch with its 95 % interval, items per second`)].join('\n'),
    renderTable(measuredTable(rows), width, ink),
    ...(flags.size === 0 ? [] : [['Look out', ...[...flags.values()].flatMap((message) => wrapped(`· ${message}`, width))].join('\n')]),
    ...(learning === undefined ? [] : [learningPart(learning, width, ink)]),
  ].join('\n\n')
}

function weightsOf(rows: readonly BenchRow[]): string {
  const own = rows.filter(({ measured }) => hasOwnWeights(measured)).length
  return own === 0 ? 'random weights' : own === rows.length ? 'weights of its own' : 'random weights, files with their own'
}

const left = (label: string) => ({ label, align: 'left' as const })
const right = (label: string) => ({ label, align: 'right' as const })
const milliseconds = (seconds: number): string => figure(1000 * seconds)

function nameCells(configuration: Configuration): Cell[] {
  const size = isKnown(configuration) ? ` x ${configuration.inputSize}` : ''
  return [{ text: visible(configuration.modelName), mark: 'head' }, `${configuration.batchSize}${size}`]
}

/** Energy of an item is told beside the power. */
const powerCell = ({ power }: MeasuredConfiguration['result']): Cell => (power === undefined ? 'unknown' : { text: figure(power.watts), detail: `${figure(power.joulesPerItem)} J/item` })

/** Power is a column where the machine shows it. */
function measuredTable(rows: readonly BenchRow[]): Table {
  const hasPower = rows.some(({ measured }) => measured.result.power !== undefined)
  return {
    caption: 'Measured',
    columns: [left('Model'), right('Batch'), left('Format'), right('p50 ms'), right('Items/s'), right('Memory MB'), ...(hasPower ? [right('Power W')] : []), right('Runs'), left('Flags')],
    rows: rows.map(({ measured }) => measuredCells(measured, hasPower)),
  }
}

function measuredCells(measured: MeasuredConfiguration, hasPower: boolean): Cell[] {
  const { configuration, result } = measured
  return [
    ...nameCells(configuration),
    formatOf(measured),
    { text: milliseconds(result.latency.p50), detail: result.latency.medianInterval?.map(milliseconds).join(' to ') ?? '' },
    figure(result.throughputPerSecond),
    result.raw.memory ? figure(result.raw.memory.peak / 2 ** 20) : 'unknown',
    ...(hasPower ? [powerCell(result)] : []),
    String(result.latency.runs),
    result.flags.map(({ code }) => code.replaceAll('_', ' ')).join(', ') || 'none',
  ]
}

function learningPart({ learnedFrom, heldBack, errorBefore, errorAfter }: Learning, width: number, ink: Ink): string {
  const about = `The predictor learned from ${learnedFrom} of these configurations and was asked about the ${heldBack.length} others, which it never saw.`
  const isBetter = errorAfter < errorBefore
  const verdict = `Median error of those held back: ${percent(errorBefore)} before, ${percent(errorAfter)} after${isBetter ? '' : ': no better, since the first guess was good or the machine was not quiet'}.`
  return [[ink.strong('Before and after learning from this machine'), ...wrapped(about, width).map(ink.soft)].join('\n'), renderTable(learningTable(heldBack), width, ink), ink.strong(verdict)].join(
    '\n\n',
  )
}

function learningTable(rows: readonly HeldBack[]): Table {
  const cell = ({ value, interval }: Figure): Cell => ({ text: figure(value), detail: interval.map(figure).join(' to ') })
  return {
    caption: 'Before and after',
    columns: [left('Model'), right('Batch'), left('Format'), right('Measured'), right('Before'), right('Off by'), right('After'), right('Off by')],
    rows: rows.map(({ configuration, measured, before, after }): Cell[] => [
      ...nameCells(configuration),
      configuration.precision ?? '',
      figure(measured),
      cell(before),
      percent(before.error),
      cell(after),
      percent(after.error),
    ]),
  }
}
