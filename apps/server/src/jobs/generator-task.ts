import { generateScript, type ScriptTask, type WrittenScript } from '../generator/generate-script.ts'
import { planScript, type ScriptPlan } from '../generator/plan.ts'
import { endColumns } from '../runs/end-record.ts'
import { job } from './job.ts'

/** Steps of a task: choosing, writing the model, writing the script. */
const stepCount = ({ template_context }: ScriptTask): number => (template_context.write_model ? 3 : 2)

/** Writes a script that measures a model elsewhere. Nothing is measured, so that it waits for no device. */
export const generatorTask = job<ScriptTask>({
  idKind: 'generatorTask',
  isCheap: () => false,
  timeoutSeconds: 1800,
  recordsOfEnd: (end) => {
    const { input, taskId } = end
    const written = end.result as WrittenScript | undefined
    const plan = planOf(input)
    const facts = { modelName: input.model_name, hardware: input.hardware, results: written ?? null, batchId: input.batch_id }
    const columns = { architecture: plan?.architecture ?? null, template_type: plan?.template ?? input.template_type ?? null, output_file: written?.output_file ?? null }
    return { generatorTasks: [{ ...endColumns(end as never, facts), ...columns, task_id: taskId, step_count: stepCount(input), metric_count: 0 }] }
  },
  run: async (input, context) => ({ result: await generateScript(input, context) }),
})

/** What would have been written, where that can be said. */
function planOf(input: ScriptTask): ScriptPlan | undefined {
  try {
    return planScript(input)
  } catch {
    return undefined
  }
}
