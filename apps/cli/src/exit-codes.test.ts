import { BenchcastError } from '@benchcast/core/errors'
import { describe, expect, it } from 'vitest'
import { CommandError, exitCodeOf, isForeseen } from './exit-codes.ts'

describe('exitCodeOf', () => {
  it.each([
    [new BenchcastError('run_not_found', 'x'), 5],
    [new BenchcastError('unauthorized', 'x'), 4],
    [new BenchcastError('insufficient_scope', 'x'), 4],
    [new BenchcastError('validation_failed', 'x'), 2],
    [new BenchcastError('task_timed_out', 'x'), 6],
    [new BenchcastError('invalid_data', 'x'), 1],
    [new CommandError('regression', 'x'), 3],
    [new CommandError('interrupted', 'x'), 130],
    [{ status: 404 }, 5],
    [new TypeError('x'), 1],
    [undefined, 1],
  ])('of %s is %d', (error, code) => {
    expect(exitCodeOf(error)).toBe(code)
  })

  it('knows which failures have a sentence for a person', () => {
    expect([new CommandError('usage', 'x'), new BenchcastError('internal', 'x'), new TypeError('x'), null].map(isForeseen)).toEqual([true, true, false, false])
  })
})
