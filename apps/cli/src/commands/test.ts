import type { Command } from 'commander'
import { addApiCommand } from '../api/api-command.ts'
import type { AnswerOf } from '../api/result.ts'
import { goingOn } from '../api/task-command.ts'
import { EXIT_CODES } from '../exit-codes.ts'
import type { Page } from '../output/output.ts'
import { rowsTable } from '../terminal/rows-table.ts'
import { renderTable } from '../terminal/table.ts'
import { bulleted } from '../terminal/text.ts'
import { watched } from './tasks.ts'

type Results = AnswerOf<'getModelTestResults'>

/** `benchcast test`: whether a model computes what it should on the machine of the server. */
export function testCommand(program: Command): void {
  addApiCommand(program, {
    name: 'test',
    summary: 'Test that a model computes what it should',
    endpoint: 'startModelTest',
    positional: 'model_name',
    canGoOn: true,
    examples: ['test bert-base-uncased', 'test microsoft/resnet-50 --test-type comprehensive --hardware cpu', 'test prajjwal1/bert-tiny --precision int8 --json'],
    note: 'Exit code 3 when a test fails, 1 when the tests could not be run.',
    run: async (work, request) => {
      const started = await work.client.tests.start(request, { signal: work.signal })
      if (!work.waits) return { started }
      await watched(work, started.run_id)
      return { results: await work.client.tests.results(started.run_id, { signal: work.signal }) }
    },
    answer: (end) =>
      'started' in end
        ? goingOn(end.started.run_id, end.started)
        : { data: end.results, ids: () => [end.results.run_id], rows: () => end.results.results.test_details, page: (page) => testPage(end.results, page) },
    exitCode: (end) => ('results' in end && end.results.results.tests_failed > 0 ? EXIT_CODES.regression : EXIT_CODES.ok),
  })
}

function testPage({ model_name, test_type, duration, results }: Results, { width, ink }: Page): string {
  const { tests_passed, tests_failed, tests_skipped, test_details, warnings } = results
  const rows = test_details.map(({ title, hardware, status, duration_ms }) => ({ test: title, hardware, status, ms: duration_ms }))
  const faults = test_details.flatMap(({ title, hardware, error }) => (error === undefined ? [] : bulleted(`${title} (${hardware}): ${error}`, width)))
  return [
    ink.strong(`${model_name}, ${test_type}: ${tests_passed} passed, ${tests_failed} failed, ${tests_skipped} skipped in ${duration.toFixed(1)} s`),
    renderTable(rowsTable('Tests', ['test', 'hardware', 'status', 'ms'], rows), width, ink),
    [...faults, ...warnings.flatMap((warning) => bulleted(warning, width))].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
