import type { GeneratorStatus } from '@benchcast/core/api'
import type { z } from 'zod'
import { type ScriptTask, shownPath } from '../generator/generate-script.ts'
import { planScript } from '../generator/plan.ts'
import { type Component, elapsedSeconds, type RunState, remainingSeconds } from './component.ts'

type Status = z.output<typeof GeneratorStatus>

/** This API calls what failed an error. */
export const GENERATOR_STATUS = { initializing: 'initializing', running: 'running', completed: 'completed', failed: 'error', cancelled: 'error' } as const

const stepOf = ({ status, step, error }: RunState): string => (status === 'completed' ? 'Completed' : (error ?? step))

/** Of a completed task: as it was recorded, or, for the moment before that can be read, as it was planned. */
const outputFileOf = ({ record, input }: RunState): string => (record?.output_file as string | undefined) ?? shownPath(input as ScriptTask, planScript(input as ScriptTask).fileName)

/** Tasks of the Generator API. */
export const GENERATOR_TASKS: Component<Status> = {
  id: 'generator',
  kind: 'generateScript',
  records: 'generatorTasks',
  idField: 'task_id',
  title: 'generator task',
  status: (state, nowMs) => {
    const task = state.input as ScriptTask
    return {
      task_id: state.id,
      status: GENERATOR_STATUS[state.status],
      progress: state.progress,
      model_name: task.model_name,
      current_step: stepOf(state),
      started_at: state.startedAt,
      elapsed_time: elapsedSeconds(state, nowMs),
      estimated_remaining_time: remainingSeconds(state, nowMs),
      ...(state.status === 'completed' && { output_file: outputFileOf(state) }),
      ...(state.error !== undefined && { error: state.error }),
    }
  },
}
