import type { Command } from 'commander'
import { addTaskCommand } from '../api/task-command.ts'
import { recommendationPage } from '../terminal/recommendation-page.ts'

/** `benchcast recommend`: the hardware for a model, how sure that is, and why not the others. */
export function recommendCommand(program: Command): void {
  addTaskCommand(program, {
    name: 'recommend',
    aliases: ['predict-hardware'],
    summary: 'Recommend hardware for a model, with intervals and the reasons',
    endpoint: 'predictHardware',
    positional: 'model_name',
    defaults: { predict_performance: true },
    examples: [
      'recommend bert-base-uncased --batch 8',
      'recommend meta-llama/Llama-3.1-8B --hardware cuda,rocm,cpu --precision fp16 --objective latency',
      'recommend microsoft/resnet-50 --max-latency-ms 20 --max-power-watts 150',
      'recommend my-model --parameters 3e8 --devices "cuda=NVIDIA L4" --json',
    ],
    note: 'The recommendation is kept; tell what became of it with benchcast feedback ID --accepted yes|no.',
    start: ({ client, signal }, request) => client.predict.hardware(request, { signal }),
    answer: (result) => ({
      data: result,
      ids: () => [result.primary_recommendation],
      rows: () => result.ranking,
      page: (page) => recommendationPage(result, page),
    }),
  })
}
