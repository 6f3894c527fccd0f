export { evaluationCost } from './cost.ts'
export { compareLatest, historyRecords } from './history.ts'
export { evaluateRun, type RunWorld } from './run.ts'
