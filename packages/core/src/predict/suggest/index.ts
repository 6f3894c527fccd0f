export { greedyDesign } from './greedy-design.ts'
export { type MeasurementSuggestion, type SuggestionOptions, type Suggestions, suggestMeasurements } from './suggest-measurements.ts'
