import { BenchcastError } from '@benchcast/core/errors'
import { type KnownColumns, readColumn } from '@benchcast/core/json'
import { move } from 'piscina'
import { evaluateRequest, parseRunRequest } from './evaluate-body.ts'
import { renderReport } from './reports.ts'
import { refusalOf, type Task, type TaskResult } from './tasks.ts'

/** Frees the body as soon as it is read, unless other threads look at it too: what the evaluation needs then takes its place. */
function requestOf({ bytes, known }: { readonly bytes: Uint8Array; readonly known: KnownColumns }) {
  const request = parseRunRequest(bytes, known)
  if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0)
  return request
}

/** The column changes hands: it is not copied. */
function columnOf(bytes: Uint8Array): TaskResult {
  const column = readColumn(bytes)
  return column && (move(column) as typeof column)
}

/** Runs in a worker thread: one task in, its result or refusal out. Anything else thrown is a fault of ours and rejects. */
export default function run(task: Task): TaskResult {
  try {
    if (task.kind === 'column') return columnOf(task.bytes)
    return { value: task.kind === 'evaluate' ? evaluateRequest(requestOf(task), task.identity) : renderReport(task.document, task.format) }
  } catch (error) {
    if (error instanceof BenchcastError) return { refusal: refusalOf(error) }
    throw error
  }
}
