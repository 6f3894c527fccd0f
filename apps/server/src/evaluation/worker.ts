import { BenchcastError } from '@benchcast/core/errors'
import { evaluateRequest, parseRunRequest } from './evaluate-body.ts'
import { renderReport } from './reports.ts'
import { refusalOf, type Task, type TaskResult } from './tasks.ts'

const perform = (task: Task) => (task.kind === 'evaluate' ? evaluateRequest(requestOf(task.bytes), task.identity) : renderReport(task.document, task.format))

/** Frees the body as soon as it is read: what the evaluation needs then takes its place. */
function requestOf(bytes: Uint8Array<ArrayBuffer>) {
  const request = parseRunRequest(bytes)
  bytes.buffer.transfer(0)
  return request
}

/** Runs in a worker thread: one task in, its result or refusal out. Anything else thrown is a fault of ours and rejects. */
export default function run(task: Task): TaskResult {
  try {
    return { value: perform(task) }
  } catch (error) {
    if (error instanceof BenchcastError) return { refusal: refusalOf(error) }
    throw error
  }
}
