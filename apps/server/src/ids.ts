import { randomFillSync } from 'node:crypto'

const BATCH = 256
const pool = new Uint8Array(16 * BATCH)
let used = BATCH

/** Sixteen fresh random bytes, drawn from the system in batches. */
function randomBytes(): Uint8Array {
  if (used === BATCH) {
    randomFillSync(pool)
    used = 0
  }
  return pool.subarray(16 * used, 16 * ++used)
}

/**
 * A UUID of version 7 (RFC 9562): 48 bits of time for locality in the database, 74 random bits for uniqueness, whatever the clock does.
 *
 * @example uuidv7() // '019aa8c4-6f0e-7b52-9d3c-5a8f6f1f2a10'
 */
export function uuidv7(milliseconds: number = Date.now()): string {
  const bytes = Buffer.from(randomBytes())
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Id prefixes of the contract. */
const ID_PREFIX = {
  run: 'benchmark-run-',
  comparison: 'comparison-',
  // Tasks, by what they do.
  hardware: 'hardware-',
  performance: 'performance-',
  measurementTask: 'measurement-',
  analysis: 'analysis-',
  feedbackTask: 'feedback-',
  modelTask: 'model-',
  matrix: 'matrix-',
  sample: 'sample-',
  training: 'training-',
  batch: 'batch-',
  benchmarkRun: '',
  testRun: '',
  export: 'export-',
  generatorTask: '',
  runBatch: '',
  // Records.
  recommendation: 'rec-',
  prediction: 'pred-',
  measurement: 'meas-',
  feedback: 'fb-',
  model: 'model-',
  importance: 'imp-',
  error: 'err-',
  activation: 'act-',
  result: 'res-',
  auditEntry: 'audit-',
  keyChange: 'change-',
} as const
export type IdKind = keyof typeof ID_PREFIX

export const newId = (kind: IdKind): string => ID_PREFIX[kind] + uuidv7()
