import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { runBenchcast } from '../testing/run-benchcast.ts'

const run = promisify(execFile)

describe('benchcast completion', () => {
  it('completes commands, options and choices in bash', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'benchcast-completion-'))
    const file = join(folder, 'benchcast.bash')
    writeFileSync(file, (await runBenchcast(['completion', 'bash'])).stdout)
    const complete = async (...words: readonly string[]) => {
      const script = `source '${file}'; COMP_WORDS=(benchcast ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _benchcast; printf '%s\\n' "\${COMPREPLY[@]}"`
      return (await run('bash', ['--norc', '-c', script])).stdout.trim().split('\n')
    }
    expect(await complete('recom')).toEqual(['recommend', 'recommendations'])
    expect(await complete('tasks', 'w')).toEqual(['watch'])
    expect(await complete('recommend', 'bert', '--bat')).toEqual(['--batch'])
    expect(await complete('models', '--format', 'j')).toEqual(['json'])
    rmSync(folder, { recursive: true })
  }, 60_000)

  it('knows the same for zsh and fish, and no other shell', async () => {
    const [zsh, fish, other] = await Promise.all(['zsh', 'fish', 'tcsh'].map((shell) => runBenchcast(['completion', shell])))
    expect(zsh!.stdout).toMatch(/^#compdef benchcast[\s\S]*'tasks watch'\) choices=\('--/)
    expect(fish!.stdout).toMatch(/__benchcast_at "tasks"' -a 'watch' -d '[^']+'\n/)
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('bash, zsh, fish') })
  }, 60_000)
})
