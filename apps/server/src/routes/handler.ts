import type { Endpoint, Output } from '@benchcast/core/api'
import type { Answer } from '../http/answer.ts'
import type { Call } from './call.ts'

/** Answers a call with the endpoint's output, with a body made already, or with nothing (304). */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Output<E> | Answer | undefined>
