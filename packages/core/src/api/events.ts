import { z } from 'zod'
import { BENCHMARK_PREFIX } from './benchmark.ts'
import { SpeedBenchmarkStatus } from './benchmark-results.ts'
import type { Scope } from './endpoint.ts'
import { GENERATOR_PREFIX, GeneratorStatus } from './generator.ts'
import { PREDICTIVE_PREFIX, taskState } from './predictive-performance-words.ts'
import { TEST_PREFIX } from './test.ts'
import { TestStatus } from './test-words.ts'

/** One stream of frames, said once: the server's WebSocket and event stream and the clients are read from it. */
export interface EventStream<F extends z.ZodType = z.ZodType> {
  /** Path of the WebSocket, parameters as OpenAPI writes them. */
  readonly webSocket: `/${string}`
  /** Path of the server-sent events with the same frames, where there are any. */
  readonly serverSentEvents?: `/${string}`
  readonly summary: string
  /** What a key must be allowed to do to follow it, where one is needed. */
  readonly scope: Scope
  readonly frame: F
  /** What a client may send on the WebSocket, and what comes back. */
  readonly clientFrames: Readonly<Record<string, string>>
}

/** Why a WebSocket was closed. */
export const CLOSE_CODES = {
  done: { code: 1000, reason: 'The task has ended.' },
  goingAway: { code: 1001, reason: 'The server is shutting down.' },
  tooSlow: { code: 1008, reason: 'The client does not read what it is sent.' },
  keyRevoked: { code: 4401, reason: 'The API key was revoked.' },
  tooBig: { code: 1009, reason: 'A frame is too large.' },
  tryLater: { code: 1013, reason: 'There are too many clients.' },
  unknown: { code: 4404, reason: 'There is no such task.' },
} as const

export const EVENTS = {
  taskProgress: {
    webSocket: `${PREDICTIVE_PREFIX}/ws/{id}`,
    scope: 'read',
    serverSentEvents: `${PREDICTIVE_PREFIX}/task/{task_id}/events`,
    summary: 'Progress of a task: the present state at once, one frame per change in order, the last one with the result; then the server closes with 1000.',
    frame: taskState(z.unknown()),
    clientFrames: { ping: '{"pong":true}', status: 'the present frame again' },
  },
  benchmarkProgress: {
    webSocket: `${BENCHMARK_PREFIX}/ws/{id}`,
    scope: 'read',
    summary: 'Status of a benchmark run: at once, and at every change; after the last one the server closes with 1000.',
    frame: SpeedBenchmarkStatus,
    clientFrames: { ping: '{"pong":true}', status: 'the present status again' },
  },
  testProgress: {
    webSocket: `${TEST_PREFIX}/ws/{id}`,
    scope: 'read',
    summary: 'Status of a test run: at once, and at every change; after the last one the server closes with 1000.',
    frame: TestStatus,
    clientFrames: { ping: '{"pong":true}', status: 'the present status again', cancel: '{"cancelled":true}, or false when the run had ended or a key is needed that may cancel' },
  },
  generatorProgress: {
    webSocket: `${GENERATOR_PREFIX}/ws/{id}`,
    scope: 'read',
    summary: 'Status of a generator task: at once, and at every change; after the last one the server closes with 1000.',
    frame: GeneratorStatus,
    clientFrames: { ping: '{"pong":true}', status: 'the present status again' },
  },
} as const satisfies Readonly<Record<string, EventStream>>
