import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { runBenchcast } from '../testing/run-benchcast.ts'

const run = promisify(execFile)
const isHere = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0

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
  })

  it.skipIf(!isHere('fish'))(
    'completes the same in fish, where it is here',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'benchcast-completion-'))
      const file = join(folder, 'benchcast.fish')
      writeFileSync(file, (await runBenchcast(['completion', 'fish'])).stdout)
      const complete = async (line: string) => (await run('fish', ['--no-config', '-c', `source '${file}'; complete -C '${line}'`])).stdout.trim().split('\n')
      expect(await complete('benchcast recom')).toEqual([expect.stringMatching(/^recommend\t/), expect.stringMatching(/^recommendations\t/)])
      expect(await complete('benchcast tasks w')).toEqual([expect.stringMatching(/^watch\t/)])
      expect(await complete('benchcast recommend bert --bat')).toEqual([expect.stringMatching(/^--batch\t/)])
      expect(await complete('benchcast models --format j')).toEqual([expect.stringMatching(/^json\b/)])
    },
    60_000,
  )

  it.skipIf(!isHere('zsh'))(
    'is a script that zsh reads, where it is here',
    async () => {
      const { stdout: script } = await runBenchcast(['completion', 'zsh'])
      const asked = '_describe() { print -l $choices }; words=(benchcast tasks w); CURRENT=3; compdef() { }'
      expect((await run('zsh', ['-f', '-c', `${asked}\n${script}\n_benchcast`])).stdout).toMatch(/^watch:Follow a task/m)
    },
    60_000,
  )

  it('knows the same for zsh and fish, and no other shell', async () => {
    const [zsh, fish, other] = await Promise.all(['zsh', 'fish', 'tcsh'].map((shell) => runBenchcast(['completion', shell])))
    expect(zsh!.stdout).toMatch(/^#compdef benchcast[\s\S]*'tasks watch'\) choices=\('--/)
    expect(fish!.stdout).toMatch(/__benchcast_at "tasks"' -a 'watch' -d '[^']+'\n/)
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('bash, zsh, fish') })
  })
})
