import type { Command } from 'commander'
import { addApiCommand } from '../api/api-command.ts'
import { goingOn } from '../api/task-command.ts'
import type { Answer } from '../output/output.ts'
import { writeOut } from '../output/write-out.ts'
import { watched } from './tasks.ts'

/** `benchcast generate`: a script that measures a model elsewhere. */
export function generateCommand(program: Command): void {
  const command = addApiCommand(program, {
    name: 'generate',
    summary: 'Write a script that measures a model on another machine',
    endpoint: 'generateScript',
    positional: 'model_name',
    canGoOn: true,
    examples: [
      'generate bert-base-uncased --out measure-bert.py',
      'generate microsoft/resnet-50 --hardware webgpu --out resnet.html',
      'generate bert-base-uncased --template-type onnxruntime_node --batch-size 8 --force > measure.mjs',
    ],
    note: 'The server keeps a copy in its folder of generated scripts; one that is there already is replaced with --force only.',
    run: async (work, request) => {
      const started = await work.client.generator.script(request, { signal: work.signal })
      if (!work.waits) return { started }
      await watched(work, started.task_id)
      const [result, { content }] = await Promise.all([work.client.generator.result(started.task_id, { signal: work.signal }), work.client.generator.file(started.task_id, { signal: work.signal })])
      const out = work.flags.out as string | undefined
      if (out !== undefined) await writeOut(out, content)
      return { result, content, out }
    },
    answer: (end): Answer =>
      'started' in end
        ? goingOn(end.started.task_id, end.started)
        : {
            data: { ...end.result, content: end.content },
            ids: () => [end.out ?? end.result.output_file ?? end.result.task_id],
            rows: () => [end.result],
            page: () => end.out ?? end.content.trimEnd(),
          },
  })
  command.option('--out <file>', 'file for the script (default: standard output)')
}
