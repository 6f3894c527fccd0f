import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

// Every slow test file has a folder for temporary files of its own: what it looks for there is its own, and nothing is left behind.
const folder = mkdtempSync(join(tmpdir(), 'benchcast-tests-'))
process.env.TMPDIR = folder
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
