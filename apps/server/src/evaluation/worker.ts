import { readColumn } from '@benchcast/core/json'
import { move } from 'piscina'
import { type EvaluatedRun, evaluateRequest, parseRunRequest } from './evaluate-body.ts'
import { renderReport } from './reports.ts'
import { evaluatePacked } from './small-bodies.ts'
import { attempt, type Task, type TaskResult, type TaskValue } from './tasks.ts'

/** Frees the body as soon as it is read, unless it is shared: what the evaluation needs then takes its place. */
function requestOf({ bytes, known }: Extract<Task, { kind: 'evaluate' }>) {
  const request = parseRunRequest(bytes, known)
  if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0)
  return request
}

/** Frees the columns at once: by the time garbage is collected, those of several requests would lie about. */
function evaluated(task: Extract<Task, { kind: 'evaluate' }>): EvaluatedRun {
  try {
    return evaluateRequest(requestOf(task), task.identity)
  } finally {
    for (const { values } of task.known.values()) values.buffer.transfer(0)
  }
}

/** The column changes hands: it is not copied. */
function columnOf(text: Uint8Array): TaskResult {
  const column = readColumn(text)
  return column && (move(column) as typeof column)
}

/** Runs in a worker thread: one task in, its result or refusal out. Anything else thrown is a fault of ours and rejects. */
export default function run(task: Task): TaskResult {
  return task.kind === 'column' ? columnOf(task.text) : attempt(() => perform(task))
}

function perform(task: Exclude<Task, { kind: 'column' }>): TaskValue {
  if (task.kind === 'evaluate') return evaluated(task)
  return task.kind === 'report' ? renderReport(task.document, task.format) : evaluatePacked(task.bodies)
}
