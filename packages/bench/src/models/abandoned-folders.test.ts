import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { removeAbandoned } from './abandoned-folders.ts'

it('Folders that killed processes left are removed after a day, and no others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'benchcast-test-'))
  try {
    const gone = spawnSync(process.execPath, ['--version']).pid
    const names = [`models-${gone}-a`, `models-${process.pid}-b`, `other-${gone}-c`, 'models-without-number']
    for (const name of names) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'weights'), 'x')
    }
    await removeAbandoned(folder, 'models')
    expect((await readdir(folder)).toSorted()).toEqual(names.toSorted())
    await removeAbandoned(folder, 'models', Date.now() + 25 * 3600 * 1000)
    expect((await readdir(folder)).toSorted()).toEqual(names.slice(1).toSorted())
  } finally {
    await rm(folder, { recursive: true })
  }
})
