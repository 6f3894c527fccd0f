import { isAbsolute, join } from 'node:path'
import type { JobContext } from '../jobs/job.ts'
import { outputFolder } from './output-folder.ts'
import { planScript, type ScriptPlan, type ScriptRequest, scriptValues } from './plan.ts'
import { renderScript } from './render.ts'
import type { WrittenModel } from './write-model.ts'
import { checkPlace, type ScriptPlace, writeScript } from './write-script.ts'

/** A task as it is stored. */
export interface ScriptTask extends ScriptRequest {
  /** The configured folder when it was asked for. */
  readonly folder: string
  readonly batch_id: string | null
  /** Address of this server, for pages that load ONNX Runtime from it and send their results to it. */
  readonly server?: string
}

/** What a task has written. */
export interface WrittenScript {
  readonly output_file: string
  readonly model_file: string | null
  readonly content: string
}

type World = Pick<JobContext, 'taskId' | 'progress' | 'inThread'>

/** Path of a file of a task, as the configuration names its folder. */
export const shownPath = ({ folder, output_dir }: Pick<ScriptTask, 'folder' | 'output_dir'>, file: string): string =>
  join(output_dir != null && isAbsolute(output_dir) ? output_dir : join(folder, output_dir ?? '.'), file)

/**
 * Writes the script of a task, and the model beside it if that was asked for. Throws what {@link planScript}, {@link outputFolder} and {@link writeScript} throw, and what the
 * writer of models throws.
 */
export async function generateScript(task: ScriptTask, world: World): Promise<WrittenScript> {
  const { progress, taskId } = world
  progress(0.05, 'Choosing the template')
  const plan = planScript(task)
  const folder = await outputFolder(task.folder, task.output_dir ?? undefined)
  const place: ScriptPlace = { path: join(folder, plan.fileName), shownPath: shownPath(task, plan.fileName), taskId, replace: task.force }
  await checkPlace(place)
  const { weightsFile } = await modelBeside(task, plan, folder, world)
  progress(0.8, `Writing ${plan.fileName}`)
  const content = await renderScript(plan.template, scriptValues(task, plan, { taskId, weightsFile, server: task.server }))
  await writeScript(place, content)
  return { output_file: place.shownPath, model_file: plan.modelFile === undefined ? null : shownPath(task, plan.modelFile), content }
}

async function modelBeside({ model_name, template_context }: ScriptTask, { modelFile }: ScriptPlan, folder: string, { inThread, progress, taskId }: World): Promise<WrittenModel> {
  if (modelFile === undefined) return { weightsFile: undefined }
  progress(0.1, `Writing ${modelFile}`)
  return inThread({ name: 'writeModel', input: { modelName: model_name, context: template_context, folder, file: modelFile, taskId } })
}
