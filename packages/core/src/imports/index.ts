export { detectFormat, type ImportOptions, type ImportResult, type ImportSource, importFile } from './import-file.ts'
export type { Importer, ImportFile, Reading } from './importer.ts'
export {
  type Bounds,
  type Configuration,
  type Figure,
  type ImportedMeasurement,
  isComparable,
  type LatencySummary,
  type RecordedPrecision,
  type RequestCounts,
  type TokenFigures,
  type Workload,
} from './measurement.ts'
export { decodeText } from './read-text.ts'
export { recordRequest } from './record-request.ts'
export { IMPORTS } from './registry.ts'
export type { BencherMetric, BencherReport } from './write-bencher.ts'
export { writeBencher } from './write-bencher.ts'
