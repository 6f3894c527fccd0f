import { measured } from './measured.ts'

export const memoryUsageMb = measured({
  id: 'memory_usage_mb',
  title: 'Memory use',
  better: 'lower',
  unit: 'MB',
  definition: 'Memory the model needs while it runs, in megabytes, as reported in model_metadata.',
})
