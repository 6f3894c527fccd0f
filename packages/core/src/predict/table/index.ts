export { rowsOfJson } from './json-rows.ts'
export { predictTable, type TableAnswer, type TablePrediction } from './predict-table.ts'
export { readCsv, type TableRow } from './read-csv.ts'
export { type PredictionRow, predictionRow, predictionsCsv } from './write-predictions.ts'
