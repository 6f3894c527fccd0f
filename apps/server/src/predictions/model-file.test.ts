import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readModelFile } from './model-file.ts'

let folder: string
let models: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benchcast-models-'))
  models = join(folder, 'models')
  await mkdir(join(models, 'folder'), { recursive: true })
  await writeFile(join(folder, 'secret.json'), '{"trees":[]}')
  await symlink(join(folder, 'secret.json'), join(models, 'link.json'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A protobuf field whose value is bytes. */
const field = (number: number, content: string): number[] => [number * 8 + 2, content.length, ...Buffer.from(content)]
/** An ONNX model without operators: IR version 8, producer, graph, operator set. */
const ONNX = Buffer.from([8, 8, ...field(2, 'test'), ...field(7, 'graph'), ...field(8, 'opset')])

const stored = async (name: string, content: string | Buffer) => {
  await writeFile(join(models, name), content)
  return readModelFile(models, name)
}
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'it was read',
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  )

describe('A model file', () => {
  it('of serialised trees is kept as text, with the importances it states', async () => {
    const text = '{"trees":[{"leaf":1}],"feature_importance":{"batch_size":0.75,"sequence_length":0.25,"broken":null}}'
    expect(await stored('trees.json', text)).toEqual({ format: 'trees', serialized: text, bytes: text.length, importances: { batch_size: 0.75, sequence_length: 0.25 } })
  })

  it('of ONNX is kept as base64', async () => {
    expect(await stored('folder/model.onnx', ONNX)).toEqual({ format: 'onnx', serialized: ONNX.toString('base64'), bytes: ONNX.length, importances: {} })
  })

  it.each([
    ['a pickle by its name', 'model.pkl', '{"trees":[]}'],
    ['a joblib file by its name', 'MODEL.JOBLIB', '{"trees":[]}'],
    ['a pickle by what it begins with', 'model.onnx', Buffer.from([0x80, 4, 0x95, 0, 0])],
    ['a compressed joblib file by what it begins with', 'model.json', Buffer.from([0x78, 0x9c, 1, 2])],
    ['a PyTorch archive by what it begins with', 'model.dat', Buffer.from('PK\u0003\u0004....')],
  ])('is refused when it is %s, and says why and what to send', async (_, name, content) => {
    expect(await refused(stored(name, content))).toMatch(/^unsafe_model_file: .*Reading it can run any program.*Send ONNX/)
  })

  it.each([
    ['outside the folder', '../secret.json', 'inside the models folder'],
    ['outside the folder, by a full path', '/etc/passwd', 'inside the models folder'],
    ['outside the folder, by a link', 'link.json', 'inside the models folder'],
    ['not there', 'none.onnx', "no file 'none.onnx'"],
    ['a folder', 'folder', 'not a plain file'],
  ])('is refused when it is %s', async (_, path, words) => {
    expect(await refused(readModelFile(models, path))).toMatch(new RegExp(`^unsafe_model_file: .*${words}`))
  })

  it.each([
    ['JSON that is none', 'broken.json', '{"trees":[', 'begins like JSON but is not'],
    ['JSON without trees', 'other.json', '{"layers":[]}', "without 'trees'"],
    ['text', 'text.onnx', 'hello world', 'neither ONNX nor serialised trees'],
    ['an ONNX file cut off', 'cut.onnx', ONNX.subarray(0, -2), 'neither ONNX nor serialised trees'],
    ['an empty file', 'empty.onnx', '', 'neither ONNX nor serialised trees'],
  ])('is refused when it is %s', async (_, name, content, words) => {
    expect(await refused(stored(name, content))).toContain(words)
  })

  it('is refused when there is no models folder, and says how to have one', async () => {
    expect(await refused(readModelFile(join(folder, 'none'), 'a.onnx'))).toContain('--models-dir')
  })
})
