import { runTable } from './run-table.ts'

/** One row per task of the Generator API. */
export const generatorTasks = runTable('generator_tasks', 'task_id', {
  task_id: 'text',
  architecture: 'text?',
  template_type: 'text?',
  output_file: 'text?',
  step_count: 'integer',
  metric_count: 'integer',
})
