import { readColumn } from '@benchcast/core/json'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { evaluateRequest, parseRunRequest } from './evaluate-body.ts'
import { renderReport } from './reports.ts'
import { evaluatePacked } from './small-bodies.ts'
import { attempt, type ReadText, type Task, type TaskResult, type TaskValue } from './tasks.ts'

/** Frees the body as soon as it is read: what the evaluation needs then takes its place. */
function requestOf({ bytes, known }: Extract<Task, { kind: 'evaluate' }>) {
  const request = parseRunRequest(bytes, known)
  bytes.buffer.transfer(0)
  return request
}

/** Column and text change hands: neither is copied. */
function columnOf({ text, length }: Extract<Task, { kind: 'column' }>): ReadText {
  const column = readColumn(text.subarray(0, length))
  const read: ReadText = { column, text }
  return move({ [transferableSymbol]: column ? [text.buffer, column.buffer] : [text.buffer], [valueSymbol]: read }) as unknown as ReadText
}

/** Runs in a worker thread: one task in, its result or refusal out. Anything else thrown is a fault of ours and rejects. */
export default function run(task: Task): TaskResult {
  return task.kind === 'column' ? columnOf(task) : attempt(() => perform(task))
}

function perform(task: Exclude<Task, { kind: 'column' }>): TaskValue {
  if (task.kind === 'evaluate') return evaluateRequest(requestOf(task), task.identity)
  return task.kind === 'report' ? renderReport(task.document, task.format) : evaluatePacked(task.bodies)
}
