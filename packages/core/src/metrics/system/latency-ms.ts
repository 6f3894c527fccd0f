import { measured } from './measured.ts'

export const latencyMs = measured({
  id: 'latency_ms',
  title: 'Latency',
  better: 'lower',
  unit: 'ms',
  definition: 'Time from sending one request to having its whole answer, in milliseconds, as reported in model_metadata.',
})
