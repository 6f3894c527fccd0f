import type { Command } from 'commander'
import { addTaskCommand } from '../api/task-command.ts'
import { CommandError } from '../exit-codes.ts'

/** `benchcast feedback`: whether a recommendation was followed. */
export function feedbackCommand(program: Command): void {
  addTaskCommand(program, {
    name: 'feedback',
    aliases: ['record-feedback'],
    summary: 'Say whether a recommendation was followed',
    endpoint: 'recordFeedback',
    positional: 'recommendation_id',
    examples: ['feedback rec-0199... --accepted yes', 'feedback rec-0199... --accepted no --feedback "The card does not fit the case."'],
    start: ({ client, signal }, request) => client.recommendations.feedback(request, { signal }),
    check: ({ success, message, recommendation_id }) => {
      if (!success) throw new CommandError('notFound', message ?? `There is no recommendation ${recommendation_id}: benchcast recommendations lists them.`)
    },
    answer: (result) => ({ data: result, ids: () => [result.recommendation_id], page: () => `Noted for ${result.recommendation_id}. Later rankings move by it, within bounds.` }),
  })
}
