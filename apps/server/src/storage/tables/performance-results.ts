import { CONFIGURATION, recordTable } from './record-table.ts'

/** One row per configuration that was measured. `sync_id` is that of the measurement made of it, which is how each becomes one exactly once; figures of a failed one are NULL. */
export const performanceResults = recordTable('performance_results', 'result_id', {
  result_id: 'text',
  run_id: 'text',
  ...CONFIGURATION,
  hardware: 'text',
  device_name: 'text',
  status: 'text',
  started_at: 'text',
  completed_at: 'text',
  duration: 'double',
  throughput: 'double?',
  latency: 'double?',
  memory_usage: 'double?',
  simulation_mode: 'integer',
  sync_id: 'text?',
  error: 'text?',
})
