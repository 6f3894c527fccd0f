import type { TablePrediction } from './predict-table.ts'

/** A predicted row as JSON has it: items per second, null where nothing could be predicted. */
export interface PredictionRow {
  readonly row_id: string
  readonly predicted: number | null
  readonly lower: number | null
  readonly upper: number | null
}

export const predictionRow = ({ rowId, predicted, lower, upper }: TablePrediction): PredictionRow => ({ row_id: rowId, predicted: predicted ?? null, lower: lower ?? null, upper: upper ?? null })

/** Predictions as CSV: `row_id,predicted,lower,upper`, nothing where nothing could be predicted. Ids are the caller's: quoted where needed, and never read as a formula by a spreadsheet. */
export function predictionsCsv(predictions: readonly TablePrediction[]): string {
  const lines = predictions.map(({ rowId, predicted, lower, upper }) => [idText(rowId), digits(predicted), digits(lower), digits(upper)].join(','))
  return `${['row_id,predicted,lower,upper', ...lines].join('\n')}\n`
}

/** Seven digits say more than any interval does. */
const digits = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toPrecision(7))))

function idText(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
