import { measured } from './measured.ts'

export const cpuUsagePercent = measured({
  id: 'cpu_usage_percent',
  title: 'CPU use',
  better: 'lower',
  unit: '%',
  definition: 'CPU time over wall-clock time while the model runs, in percent, as reported in model_metadata; tools that count each core as 100 exceed 100.',
})
