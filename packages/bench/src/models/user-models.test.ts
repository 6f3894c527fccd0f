import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandWithin } from '../runner/command-within.ts'
import { checkOperators } from './allowed-operators.ts'
import { externalFile } from './external-files.ts'
import { localModel } from './local-model.ts'
import { checkIsNotOther } from './not-onnx.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchcast-test-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function saved(name: string, text: string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

describe('A file beside a model', () => {
  const model = saved('model/model.onnx', 'model')
  saved('model/w.bin', '1')
  saved('model/deep/er/w.bin', '2')
  saved('outside.bin', '3')
  symlinkSync('w.bin', join(folder, 'model/inside-link.bin'))
  symlinkSync('../outside.bin', join(folder, 'model/outside-link.bin'))
  symlinkSync('..', join(folder, 'model/up'))

  it('is taken by a plain name, in a folder below and through a link that stays inside too', async () => {
    expect(await externalFile(model, 'w.bin')).toBe(join(folder, 'model/w.bin'))
    expect(await externalFile(model, 'deep/er/w.bin')).toBe(join(folder, 'model/deep/er/w.bin'))
    expect(await externalFile(model, 'inside-link.bin')).toBe(join(folder, 'model/w.bin'))
  })

  it.each([
    '',
    '.',
    '..',
    '/etc/passwd',
    '../outside.bin',
    'deep/../../outside.bin',
    'deep//w.bin',
    'deep/',
    'C:\\w.bin',
    'a\\b',
    'w.bin\0.txt',
    '*/_ORT_MEM_ADDR_/*',
    'x'.repeat(300),
    `${'a/'.repeat(20)}b`,
  ])('is refused at %j', async (location) => {
    await expect(externalFile(model, location)).rejects.toMatchObject({ code: 'unsafe_model_file', message: expect.stringContaining('only plain names') })
  })

  it('is refused when a link leads to it from outside', async () => {
    for (const location of ['outside-link.bin', 'up/outside.bin']) await expect(externalFile(model, location)).rejects.toMatchObject({ code: 'unsafe_model_file' })
  })
})

describe('Operators', () => {
  it('of ONNX and ONNX Runtime are allowed, all others named', () => {
    expect(() => checkOperators({ operators: ['MatMul', 'com.microsoft.MatMulNBits', 'ai.onnx.ml.TreeEnsemble'] })).not.toThrow()
    expect(() => checkOperators({ operators: ['a.One', 'a.Two', 'b.Three', 'b.Four'] })).toThrow(/a\.One, a\.Two, b\.Three and 1 more/)
    expect(() => checkOperators({ operators: ['com.microsoft.EPContext'] })).toThrow(/EPContext/)
  })
})

describe('A file that is no ONNX model', () => {
  it.each([
    ['a Python pickle', [0x80, 4, 0x95]],
    ['a ZIP archive', [0x50, 0x4b, 3, 4]],
    ['a GGUF file', [0x47, 0x47, 0x55, 0x46]],
    ['a safetensors file', [90, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x22]],
  ])('is called by its name: %s', (name, bytes) => {
    expect(() => checkIsNotOther(Uint8Array.from(bytes))).toThrow(name)
  })

  it('that is not known goes on to the reader', () => {
    expect(() => checkIsNotOther(Uint8Array.of(8, 10, 18))).not.toThrow()
    expect(() => checkIsNotOther(new Uint8Array())).not.toThrow()
  })
})

describe('A path of the user’s', () => {
  const config = JSON.stringify({ model_type: 'bert', hidden_size: 32, num_hidden_layers: 2, num_attention_heads: 2, intermediate_size: 64, vocab_size: 100, max_position_embeddings: 64 })

  it('leads to the ONNX file of a Hugging Face folder, else to the graph of its configuration', async () => {
    saved('exported/config.json', config)
    saved('exported/onnx/model.onnx', 'model')
    saved('plain/config.json', config)
    expect(await localModel(join(folder, 'exported'))).toEqual({ kind: 'file', name: 'exported', path: join(folder, 'exported/onnx/model.onnx') })
    expect(await localModel(join(folder, 'plain'))).toMatchObject({ kind: 'graph', name: 'plain', model: { family: 'embedding', source: 'config' } })
    expect(await localModel(saved('some.onnx', 'model'))).toMatchObject({ kind: 'file', name: 'some.onnx' })
  })

  it('where there is nothing to run says what is missing', async () => {
    saved('empty/readme.md', 'hello')
    saved('damaged/config.json', '{"model_type"')
    saved('deep/config.json', '['.repeat(100_000))
    await expect(localModel(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'invalid_model', message: expect.stringContaining('nothing at') })
    await expect(localModel(join(folder, 'empty'))).rejects.toThrow(/neither model\.onnx nor onnx\/model\.onnx nor config\.json/)
    for (const name of ['damaged', 'deep']) await expect(localModel(join(folder, name))).rejects.toThrow(/no JSON object/)
  })
})

describe('The limits of a child', () => {
  const command = ['node', 'child.ts']
  const of = (platform: NodeJS.Platform) => commandWithin({ timeoutSeconds: 60, memoryBytes: 2 ** 31 }, command, platform)

  it('are set by a shell where the system knows them', () => {
    expect(of('linux')[2]).toMatch(/ulimit -d 2883584 .*ulimit -t \d+ .*ulimit -f 131072 .*ulimit -n 256 .*exec "\$@"$/)
    expect(of('linux').slice(3)).toEqual(['sh', ...command])
    expect(of('darwin')[2]).not.toMatch(/ulimit -d|oom_score/)
    expect(of('win32')).toEqual(command)
  })
})
