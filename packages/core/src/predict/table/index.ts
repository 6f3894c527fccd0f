export { predictTable, type TableAnswer, type TablePrediction } from './predict-table.ts'
export { readCsv, type TableRow } from './read-csv.ts'
