import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { withServer } from './testing/spawn-server.ts'
import { TEST_KEY } from './testing/test-key.ts'

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const SCHEMATHESIS = fromHere('../../../.venv/bin/schemathesis')
const MINUTE_MS = 60_000

/** Runs a program to its end; what it printed and its exit code. */
async function runProgram(program: string, args: readonly string[], env: Record<string, string>): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text
    })
  }
  const [code] = await once(child, 'close')
  return { code: code as number, output }
}

describe('Schemathesis, reading /openapi.json', () => {
  const installed = existsSync(SCHEMATHESIS)
  if (!installed) console.warn('Schemathesis is not installed: python3 -m venv .venv && .venv/bin/pip install schemathesis==4.32.5')

  it.skipIf(!installed)('finds no server error and no answer that breaks the published contract', { timeout: 10 * MINUTE_MS }, async () => {
    await withServer(
      async (url) => {
        const document = join(tmpdir(), 'openapi.json')
        await writeFile(document, await (await fetch(`${url}/openapi.json`)).text())
        const { code, output } = await runProgram(SCHEMATHESIS, argumentsFor(document, url), { SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: fromHere('../schemathesis') })
        expect(output).toMatch(/\d+ generated/)
        expect(code, output.slice(-6000)).toBe(0)
      },
      [],
      { UNIFIED_API_KEYS: `tests:${TEST_KEY}@admin` },
    )
  })
})

/** What is tried, and how often, is in schemathesis.toml. */
const argumentsFor = (document: string, url: string): readonly string[] => [
  '--config-file',
  fromHere('../schemathesis/schemathesis.toml'),
  'run',
  document,
  '--url',
  url,
  '--checks',
  'all',
  // Deleting a task cancels it; it can be read for 24 hours all the same.
  // Ten wrong keys a minute are answered with 401, the next ones with 429: access-control.test.ts looks after both.
  '--exclude-checks',
  'use_after_free,ignored_auth',
  '--header',
  `X-API-Key: ${TEST_KEY}`,
  // Training and sample data share two cores with the benchmarks that are started beside them.
  '--request-timeout',
  '300',
  '--max-response-time',
  '300',
  '--warnings',
  'off',
  '--seed',
  '1',
  '--no-color',
]
