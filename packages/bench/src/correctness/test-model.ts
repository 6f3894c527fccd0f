import { performance } from 'node:perf_hooks'
import { fileLimits, otherPrecision } from '../benchmark-file.ts'
import { localModel } from '../models/local-model.ts'
import type { ModelFiles } from '../models/model-files.ts'
import { withStagedModel } from '../models/staged-model.ts'
import type { ChildLimits, ChildOptions } from '../runner/run-in-child.ts'
import { BASIC_CHECKS } from './basic-checks.ts'
import { type Check, Skipped, type TestType } from './check.ts'
import { COMPREHENSIVE_CHECKS } from './comprehensive-checks.ts'
import { FAULT_CHECKS } from './fault-checks.ts'
import { FileSubject, type FileTestQuestion } from './file-subject.ts'
import { GraphSubject, type TestQuestion } from './graph-subject.ts'
import type { Subject } from './subject.ts'

/** Every test of a model. A new one is an entry in its file. */
export const CHECKS: readonly Check[] = [...BASIC_CHECKS, ...COMPREHENSIVE_CHECKS, ...FAULT_CHECKS]

export const checksOf = (type: TestType): readonly Check[] => CHECKS.filter(({ types }) => types.includes(type))

/** How one test ended. */
export interface CheckResult {
  readonly id: string
  readonly title: string
  readonly status: 'passed' | 'failed' | 'skipped'
  readonly seconds: number
  /** What was seen, or what is wrong. */
  readonly message: string
}

export interface TestOptions {
  readonly files: ModelFiles
  readonly signal?: AbortSignal
  readonly limits?: Partial<ChildLimits>
  /** Told before each test: how many have ended, and which is next. */
  readonly onCheck?: (done: number, check: Check) => void
  /** Told after each test that was not interrupted. */
  readonly onResult?: (result: CheckResult) => void
}

/**
 * Tests that a model computes what it should on a device: really runs it, in processes of its own. A test that fails does not stop the others; only an abort does.
 *
 * @example
 * await testModel({ architecture, size: { batch: 1, sequence: 16 }, precision: 'fp32', providers: ['cpu'], seed: 7 }, 'basic', { files })
 */
export const testModel = (question: TestQuestion, type: TestType, options: TestOptions): Promise<readonly CheckResult[]> =>
  testSubject(new GraphSubject(question, options.files, childOptions(options)), type, options)

/**
 * Tests a model that the user has on disk, within the limits that `benchmarkFile` has. Of a Hugging Face folder without an ONNX file the model that its configuration describes.
 *
 * Throws what `localModel` and `withStagedModel` throw.
 *
 * @example
 * await testFile({ path: 'resnet50.onnx', size: { batch: 2 }, providers: ['cpu'], seed: 7 }, 'comprehensive', { files })
 */
export async function testFile(question: FileTestQuestion, type: TestType, options: TestOptions): Promise<readonly CheckResult[]> {
  const found = await localModel(question.path)
  if (found.kind === 'graph') return testModel({ precision: 'fp32', ...question, architecture: found.model.graph! }, type, options)
  if (question.precision !== undefined) throw otherPrecision(found.name, question.precision)
  return withStagedModel(found.path, options.signal ? { signal: options.signal } : {}, (staged) =>
    testSubject(new FileSubject(question, staged, { ...childOptions(options), limits: { ...fileLimits(staged.bytes), ...options.limits } }), type, options),
  )
}

const childOptions = ({ signal, limits }: TestOptions): ChildOptions => ({ ...(signal && { signal }), ...(limits && { limits }) })

async function testSubject(subject: Subject, type: TestType, { signal, onCheck, onResult }: TestOptions): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = []
  for (const check of checksOf(type)) {
    onCheck?.(results.length, check)
    const result = await resultOf(check, subject)
    signal?.throwIfAborted()
    onResult?.(result)
    results.push(result)
  }
  return results
}

async function resultOf(check: Check, subject: Subject): Promise<CheckResult> {
  const started = performance.now()
  const told = (status: CheckResult['status'], message: string): CheckResult => ({ id: check.id, title: check.title, status, seconds: (performance.now() - started) / 1000, message })
  try {
    return told('passed', (await check.run(subject)) ?? '')
  } catch (error) {
    return told(error instanceof Skipped ? 'skipped' : 'failed', (error as Error).message)
  }
}
