import type { FastifyReply, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Services } from '../services.ts'
import type { LoadWatch } from './load.ts'

/** Prometheus metrics of one server. */
export class ServerMetrics {
  readonly registry = new Registry()
  readonly #requests: Counter<'route' | 'method' | 'status'>
  readonly #seconds: Histogram<'route'>

  constructor(services: Services, load: LoadWatch) {
    const registers = [this.registry]
    collectDefaultMetrics({ register: this.registry })
    this.#requests = new Counter({ name: 'http_requests_total', help: 'Requests answered.', labelNames: ['route', 'method', 'status'], registers })
    this.#seconds = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'From the first byte of the head to the last byte of the answer.',
      labelNames: ['route'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    })
    this.#gauge('http_requests_in_flight', 'Requests being answered.', () => load.inFlight)
    this.#gauge('event_loop_delay_seconds', 'Mean delay of the event loop in the last half second.', () => load.delayMs / 1000)
    this.#gauge('evaluations_waiting', 'Large evaluations that wait for a worker thread.', () => services.evaluator.waiting)
    this.#gauge('recovered_missing_total', 'Acknowledged writes found missing when the database was opened.', () => services.store.stats().missingWrites)
    this.#gauge('store_writes', 'Writes since the database was made; divided by store_commits_total, as rates, this is the size of a group commit.', () => services.store.stats().lastSequence)
    this.#gauge('store_commits_total', 'Transactions since the start; writes that arrive together share one.', () => services.store.stats().commits)
    this.#gauge('store_queued_writes', 'Writes waiting for a commit.', () => services.store.stats().queuedWrites)
    this.#gauge('store_free_bytes', 'Free bytes of the disk below the database.', () => services.store.stats().freeBytes)
    this.#gauge('store_records_at_hand', '1 once memory has the records that lists are answered from; before, and again after many were deleted, lists come from the database.', () =>
      Number(services.store.stats().areRecordsAtHand),
    )
    this.#gauge('store_packed_record_bytes', 'Bytes of those records, but for the newest.', () => services.store.stats().packedRecordBytes)
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read())
      },
    })
  }

  /** Counts one answer. Unknown paths share one label, so that a scanner makes no series. */
  observe(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.config?.facts?.path ?? 'other'
    this.#requests.inc({ route, method: request.method, status: reply.statusCode })
    this.#seconds.observe({ route }, reply.elapsedTime / 1000)
  }
}
