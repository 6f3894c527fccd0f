import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const program = (end: string): string => `
  import { writeFileSync } from 'node:fs'
  import { runSteps } from ${JSON.stringify(join(import.meta.dirname, 'steps.ts'))}
  import { temporaryFolder } from ${JSON.stringify(join(import.meta.dirname, 'temporary-folder.ts'))}
  const folder = temporaryFolder('benchcast-folder-')
  writeFileSync(folder + '/report.json', '{}')
  console.log(folder)
  ${end}`

it.each([
  ['goes well', '', 0],
  ['ends at a step that fails', "runSteps([{ title: 'failing', command: ['node', '-e', 'process.exit(3)'] }])", 3],
  ['breaks', "throw new Error('a fault')", 1],
])('a temporary folder is gone after a process that %s', (_, end, code) => {
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program(end)], { encoding: 'utf8' })
  const folder = stdout.split('\n')[0]!
  expect([status, folder]).toEqual([code, expect.stringContaining('benchcast-folder-')])
  expect(existsSync(folder)).toBe(false)
})
