import { measured } from './measured.ts'

export const throughputRps = measured({
  id: 'throughput_rps',
  title: 'Throughput',
  better: 'higher',
  unit: 'requests/s',
  definition: 'Requests completed per second of the measured window, as reported in model_metadata.',
})
