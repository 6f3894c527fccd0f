import type { Command } from 'commander'
import { addTaskCommand } from '../api/task-command.ts'

/** `benchcast predictors activate`: which predictor serves. */
export function predictorsCommand(program: Command): void {
  program.command('predictors').description('Stored predictors: list them, choose which one serves')
  addTaskCommand(program, {
    name: 'predictors activate',
    summary: 'Let a stored predictor serve: an id, prior for the shipped one, or previous',
    endpoint: 'activateModel',
    positional: 'model_id',
    examples: ['predictors activate previous', 'predictors activate prior'],
    start: ({ client, signal }, { model_id }: { readonly model_id: string }) => client.predictors.activate(model_id, {}, { signal }),
    answer: (result) => ({ data: result, ids: () => [result.model_id], page: () => result.message }),
  })
}
