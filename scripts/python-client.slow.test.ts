import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './steps.ts'

const PYTHON = process.env.BENCHCAST_PYTHON ?? join(ROOT, '.venv/bin/python')
const MINUTE_MS = 60_000

/** Runs a Python module in the folder of the client; its exit code and what it printed. */
async function runModule(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(PYTHON, ['-m', ...args], {
    cwd: join(ROOT, 'python'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONPATH: '.' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text
    })
  }
  const [code] = await once(child, 'close')
  return { code: code as number, output }
}

describe('the Python client', () => {
  const installed = existsSync(PYTHON)
  if (!installed) console.warn('The tests of the Python client are skipped: npm test sets up .venv from python/tools/requirements.txt.')

  it.skipIf(!installed)('passes its own tests: against a real server, against a failing one, and installed into a clean environment', { timeout: 15 * MINUTE_MS }, async () => {
    const { code, output } = await runModule('pytest')
    expect(code, output.slice(-12_000)).toBe(0)
    expect(output).toMatch(/\d+ passed/)
    expect(output).not.toMatch(/skipped|warning/)
  })

  it.skipIf(!installed)('is formatted, and free of what its linter knows', { timeout: MINUTE_MS }, async () => {
    for (const command of [['format', '--check'], ['check']]) {
      const { code, output } = await runModule('ruff', ...command, 'benchcast', 'tests')
      expect(code, output).toBe(0)
    }
  })
})
