import { afterAll, describe, expect, it } from 'vitest'
import { evaluateRequest, parseRunRequest } from './evaluate-body.ts'
import { ThreadedEvaluator } from './evaluator.ts'

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value))
const body = (n: number, rows = 5) => ({
  benchmark_name: `Run ${n}`,
  dataset_id: 'small',
  task_type: 'classification',
  model_predictions: { a: Array.from({ length: rows }, (_, row) => (row * n) % 2), b: Array.from({ length: rows }, (_, row) => row % 2) },
  ground_truth: Array.from({ length: rows }, (_, row) => Number(row % 3 === 0)),
})
const identity = (n: number) => ({ runId: `run-${n}`, createdAt: '2026-11-22T00:00:00Z' })

describe('Small bodies that come together', () => {
  const evaluator = new ThreadedEvaluator({ workers: 2, timeoutSeconds: 60 })
  afterAll(() => evaluator.close())

  it('are evaluated by a worker, each to what it gives alone', async () => {
    const runs = await Promise.all(Array.from({ length: 40 }, (_, n) => evaluator.evaluate(bytesOf(body(n)), identity(n))))
    expect(runs).toEqual(runs.map((_, n) => evaluateRequest(parseRunRequest(bytesOf(body(n))), identity(n))))
  })

  it('fail each for itself, and one that is costly is evaluated all the same', async () => {
    const bodies = [body(1), { ...body(2), ground_truth: [0, 1] }, '{', body(3, 900), body(4)]
    const outcomes = await Promise.allSettled(bodies.map((one, n) => evaluator.evaluate(one === '{' ? new TextEncoder().encode('{') : bytesOf(one), identity(n))))
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.summary.benchmark_name : outcome.reason.code))).toEqual([
      'Run 1',
      'length_mismatch',
      'malformed_json',
      'Run 3',
      'Run 4',
    ])
  })

  it('are evaluated where they are when no worker can', async () => {
    const broken = new ThreadedEvaluator({ workers: 1, timeoutSeconds: 0 })
    const runs = await Promise.all([1, 2, 3, 4].map((n) => broken.evaluate(bytesOf(body(n)), identity(n))))
    expect(runs.map(({ summary }) => summary.run_id)).toEqual(['run-1', 'run-2', 'run-3', 'run-4'])
    await broken.close()
  })
})
