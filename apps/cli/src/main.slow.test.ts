import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/benchcast.cjs', import.meta.url))

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}
const benchcast = (...args: readonly string[]) =>
  new Promise<Ended>((resolve) => {
    const child = execFile(process.execPath, [BIN, ...args], (_, stdout, stderr) => resolve({ code: child.exitCode!, stdout, stderr }))
  })

describe('benchcast', () => {
  it('lists its commands with --help, and a command its options with examples', async () => {
    const all = await benchcast('--help')
    expect(all.code).toBe(0)
    for (const name of ['serve', 'demo', 'backup', 'restore', 'doctor']) expect(all.stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
    const serve = await benchcast('serve', '--help')
    expect(serve.stdout).toMatch(/--port <number>[\s\S]*default 8080[\s\S]*BENCHCAST_PORT[\s\S]*Examples:\n {2}\$ benchcast serve/)
  })

  it('tells its version', async () => {
    expect(await benchcast('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })

  it.each([
    [['serv'], 'Did you mean serve?'],
    [['serve', '--prot', '1'], 'Did you mean --port?'],
    [['serve', '--port'], 'argument missing'],
  ])('%j is a usage error: exit 2 and a hint', async (args, hint) => {
    const { code, stderr } = await benchcast(...args)
    expect(code).toBe(2)
    expect(stderr).toContain(hint)
    expect(stderr).not.toContain('    at ')
  })
})
