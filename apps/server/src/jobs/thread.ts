import type { MessagePort } from 'node:worker_threads'
import { BenchcastError } from '@benchcast/core/errors'
import { refusalOf } from '../evaluation/tasks.ts'
import { THREAD_FUNCTIONS } from './thread-functions.ts'
import type { ThreadProgress, ThreadResult } from './threads.ts'

interface Message {
  readonly name: keyof typeof THREAD_FUNCTIONS
  readonly input: unknown
  readonly progress: MessagePort
}

/** Runs in a worker thread: one piece of work in, its value or refusal out. Anything else thrown is a fault of ours and rejects. */
export default async function run({ name, input, progress }: Message): Promise<ThreadResult> {
  const say = (...state: ThreadProgress) => progress.postMessage(state)
  try {
    return { value: await THREAD_FUNCTIONS[name](input as never, say) }
  } catch (error) {
    if (error instanceof BenchcastError) return { refusal: refusalOf(error) }
    throw error
  } finally {
    progress.close()
  }
}
