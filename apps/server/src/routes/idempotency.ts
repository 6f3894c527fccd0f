import type { Endpoint } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyRequest } from 'fastify'
import { Answer } from '../http/answer.ts'
import { validationError } from '../http/validate.ts'
import type { IdempotencyRecord } from '../storage/store.ts'
import type { Call } from './call.ts'

const LONGEST_KEY = 255

/** How a POST makes its resource, and how the same answer is made again from what is stored. */
interface Creation {
  /** Makes and stores the resource; `bind` gives the record to store with it, undefined without a key. */
  make(bind: (resourceId: string) => IdempotencyRecord | undefined): Promise<string>
  /** JSON text of the answer from the stored resource; undefined when it is gone. */
  replay(resourceId: string): Promise<string | undefined>
}

/** Keys whose first request is still running, with its fingerprint. */
const inFlight = new WeakMap<object, Map<string, string>>()

/** Runs a creation at most once per Idempotency-Key: a repeated request gets the first one's answer. */
export async function once(call: Call<Endpoint>, creation: Creation): Promise<Answer> {
  const key = idempotencyKey(call.request)
  if (key === undefined) return new Answer(await creation.make(() => undefined))
  const fingerprint = call.raw.fingerprint()
  const running = runningKeys(call)
  const slot = `${call.name} ${key}`
  refuseRunning(running.get(slot), fingerprint)
  running.set(slot, fingerprint)
  try {
    return (await replayed(call, key, fingerprint, creation)) ?? (await made(call, key, fingerprint, creation))
  } finally {
    running.delete(slot)
  }
}

function runningKeys({ services: { store } }: Call<Endpoint>): Map<string, string> {
  const known = inFlight.get(store)
  if (known !== undefined) return known
  const fresh = new Map<string, string>()
  inFlight.set(store, fresh)
  return fresh
}

/** The Idempotency-Key of a request. Throws `validation_failed` for one that no request may have, whether or not the endpoint makes anything. */
export function idempotencyKey({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && key.length >= 1 && key.length <= LONGEST_KEY) return key
  throw validationError([{ pointer: '/headers/Idempotency-Key', code: 'invalid_format', detail: `Idempotency-Key must have 1 to ${LONGEST_KEY} characters: a UUID does well.` }])
}

const MISMATCH = 'This Idempotency-Key was used for a request with another body: use a new key for a new request.'

function refuseRunning(runningFingerprint: string | undefined, fingerprint: string): void {
  if (runningFingerprint === undefined) return
  if (runningFingerprint !== fingerprint) throw new BenchcastError('idempotency_mismatch', MISMATCH)
  throw new BenchcastError('idempotency_in_flight', 'The first request with this Idempotency-Key is still running: repeat in a second to get its answer.', { retryAfterSeconds: 1 })
}

async function replayed(call: Call<Endpoint>, key: string, fingerprint: string, creation: Creation): Promise<Answer | undefined> {
  const record = await call.services.store.findIdempotent(call.name, key)
  if (record === undefined) return undefined
  if (record.fingerprint !== fingerprint) throw new BenchcastError('idempotency_mismatch', MISMATCH)
  const text = await creation.replay(record.resourceId)
  if (text === undefined) return undefined
  call.reply.header('idempotency-replayed', 'true')
  return new Answer(text)
}

async function made(call: Call<Endpoint>, key: string, fingerprint: string, creation: Creation): Promise<Answer> {
  const { name: endpoint, services } = call
  return new Answer(await creation.make((resourceId) => ({ key, endpoint, fingerprint, resourceId, createdAt: services.now() })))
}
