import type { CheckResult, TestType } from '@benchcast/bench'
import type { RunTestRequest, TestOutcome } from '@benchcast/core/api'
import type { Platform } from '@benchcast/core/hardware'
import type { z } from 'zod'

/** A run as it is stored: what was asked for. */
/** What is tested, and in which batch. */
export type ModelTest = z.output<typeof RunTestRequest> & { readonly batch_id?: string }
export type Outcome = z.output<typeof TestOutcome>
export type Detail = Outcome['test_details'][number]

/** Batch and tokens of the model under test; images have their usual size. */
export const TEST_SIZE = { batch_size: 2, sequence_length: 16 } as const

/** Kinds of tests in the words of the wire. */
export const TEST_TYPE_FACTS: Readonly<Record<TestType, { readonly name: string; readonly description: string }>> = {
  basic: { name: 'Basic', description: 'It loads and runs, outputs have the right shapes and finite values, and the same inputs give the same outputs.' },
  comprehensive: {
    name: 'Comprehensive',
    description:
      'The basic tests, and: it agrees with single precision on the processor, a sample gives the same alone and in a batch, other sizes run, padding changes nothing, memory does not grow.',
  },
  fault_tolerance: {
    name: 'Fault tolerance',
    description: 'Wrong shapes, wrong types, inputs that are no numbers, runs that are cancelled, endless or without memory: each is refused or ended with a reason, and the next run is sound.',
  },
}

/** How one test ended, in the words of the wire. */
export function detailOf({ id, title, status, seconds, message }: CheckResult, hardware: Platform): Detail {
  const said = message === '' ? {} : status === 'passed' ? { message } : { error: message }
  return { method: id, title, hardware, status, duration_ms: Math.round(1e6 * seconds) / 1000, ...said }
}

const countOf = (details: readonly Detail[], status: Detail['status']): number => details.filter((detail) => detail.status === status).length

/** The results of a run, finished or not, from its tests and measurements. */
export const outcomeOf = (details: readonly Detail[], performance_metrics: Outcome['performance_metrics'] = {}, warnings: readonly string[] = []): Outcome => ({
  tests_passed: countOf(details, 'passed'),
  tests_failed: countOf(details, 'failed'),
  tests_skipped: countOf(details, 'skipped'),
  test_details: [...details],
  performance_metrics,
  warnings: [...warnings],
})
