import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scriptName } from './file-name.ts'
import { outputFolder } from './output-folder.ts'
import { anyText } from './testing/any-text.ts'
import { writeScript } from './write-script.ts'

let base: string
let root: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'benchcast-places-'))
  root = join(base, 'generated_models')
})
afterEach(() => rmSync(base, { recursive: true }))

describe('The name of a script', () => {
  it.each([
    ['bert-base-uncased', 'test_bert_base_uncased'],
    ['google-bert/bert-base-uncased', 'test_google_bert_bert_base_uncased'],
    ['google/vit_v1.5', 'test_google_vit_v1.5'],
  ])('of %s is %s', (model, name) => {
    expect(scriptName(model)).toBe(name)
  })

  it('is a plain file name whatever the model is called, and that of no other hostile name', () => {
    const seen = new Map<string, string>()
    fc.assert(
      fc.property(anyText(30), (model) => {
        const name = scriptName(model)
        const isAlone = /^[\w./-]+$/.test(model) || (seen.get(name) ?? model) === model
        seen.set(name, model)
        return /^test_[A-Za-z0-9_.]{1,140}$/.test(name) && isAlone
      }),
      { numRuns: 200 },
    )
    for (const model of ['../../etc/passwd', '..', '/', 'a\0b', '~', 'C:\\x', 'x'.repeat(256)]) expect(scriptName(model)).toMatch(/^test_[\w.]+$/)
  })
})

describe('The output folder', () => {
  it('is the configured one, or a folder inside that is made', async () => {
    expect(await outputFolder(root, undefined)).toBe(root)
    expect(await outputFolder(root, 'nightly/cpu')).toBe(join(root, 'nightly/cpu'))
    expect(await outputFolder(root, join(root, 'other'))).toBe(join(root, 'other'))
    expect(await outputFolder(root, 'a/../b')).toBe(join(root, 'b'))
  })

  it.each(['..', '../generated_models2', '/tmp', '/', 'a/../../..', 'a\0b', 'x'.repeat(1000)])('is never %j', async (asked) => {
    await expect(outputFolder(root, asked)).rejects.toMatchObject({ code: 'unsafe_path' })
    expect(readdirSync(base)).toEqual(['generated_models'])
  })

  it('is not behind a link that leads out, whether what it leads to is there or not', async () => {
    mkdirSync(root)
    const outside = mkdtempSync(join(tmpdir(), 'benchcast-outside-'))
    symlinkSync(outside, join(root, 'link'))
    symlinkSync(join(outside, 'none'), join(root, 'dangling'))
    try {
      for (const asked of ['link', 'link/deeper/folder', 'dangling', 'dangling/deeper']) await expect(outputFolder(root, asked)).rejects.toMatchObject({ code: 'unsafe_path' })
      expect(readdirSync(outside)).toEqual([])
    } finally {
      rmSync(outside, { recursive: true })
    }
  })

  it('may itself be reached through a link', async () => {
    mkdirSync(join(base, 'real'))
    symlinkSync(join(base, 'real'), root)
    expect(await outputFolder(root, 'a')).toBe(join(base, 'real/a'))
    expect(await outputFolder(root, join(root, 'a'))).toBe(join(base, 'real/a'))
  })
})

describe('A script', () => {
  const place = (path: string, changes: object = {}) => ({ path, shownPath: basename(path), taskId: 'task-1', replace: false, ...changes })

  it('replaces another file only when it may, and one that its own interrupted attempt has written', async () => {
    const path = join(base, 'a.py')
    await writeScript(place(path), 'first, of task-1')
    await expect(writeScript(place(path, { taskId: 'task-2' }), 'second, of task-2')).rejects.toMatchObject({ code: 'file_exists' })
    await writeScript(place(path), 'first, of task-1')
    expect(readFileSync(path, 'utf8')).toBe('first, of task-1')
    await writeScript(place(path, { taskId: 'task-2', replace: true }), 'second, of task-2')
    expect(readFileSync(path, 'utf8')).toBe('second, of task-2')
    expect(readdirSync(base)).toEqual(['a.py'])
  })

  it('never goes where a link leads', async () => {
    const [secret, path] = [join(base, 'secret'), join(base, 'a.py')]
    writeFileSync(secret, 'kept')
    symlinkSync(secret, path)
    await expect(writeScript(place(path), 'new')).rejects.toMatchObject({ code: 'file_exists' })
    await writeScript(place(path, { replace: true }), 'new')
    expect([readFileSync(secret, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['kept', 'new'])
  })
})
