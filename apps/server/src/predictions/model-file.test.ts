import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ONNX_PREDICTOR, TREES_PREDICTOR } from '../testing/model-files.ts'
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
  it('of serialised trees is kept as text, with the importances that follow from its gains', async () => {
    expect(await stored('trees.json', TREES_PREDICTOR)).toEqual({
      format: 'trees',
      features: ['batch_size', 'platform'],
      serialized: TREES_PREDICTOR,
      bytes: TREES_PREDICTOR.length,
      importances: { batch_size: 0.75, platform: 0.25 },
    })
  })

  it('of ONNX is kept as base64', async () => {
    expect(await stored('folder/model.onnx', ONNX_PREDICTOR)).toEqual({
      format: 'onnx',
      features: ['batch_size'],
      serialized: ONNX_PREDICTOR.toString('base64'),
      bytes: ONNX_PREDICTOR.length,
      importances: {},
    })
  })

  it.each([
    ['a pickle by its name', 'model.pkl', TREES_PREDICTOR],
    ['a joblib file by its name', 'MODEL.JOBLIB', TREES_PREDICTOR],
    ['a pickle by what it begins with', 'model.onnx', Buffer.from([0x80, 4, 0x95, 0, 0])],
    ['a compressed joblib file by what it begins with', 'model.json', Buffer.from([0x78, 0x9c, 1, 2])],
    ['a PyTorch archive by what it begins with', 'model.dat', Buffer.from('PK\u0003\u0004....')],
  ])('is refused when it is %s, and says why and what to send', async (_, name, content) => {
    expect(await refused(stored(name, content))).toMatch(/^unsafe_model_file: .*which is not stored: .*Export it to ONNX/)
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
    ['JSON of another kind', 'other.json', '{"layers":[]}', 'benchcast-correction-1'],
    ['text', 'text.onnx', 'hello world', 'text.onnx'],
    ['an ONNX file cut off', 'cut.onnx', ONNX_PREDICTOR.subarray(0, -2), 'cut.onnx'],
    ['an empty file', 'empty.onnx', '', 'is empty'],
  ])('is refused when it is %s', async (_, name, content, words) => {
    expect(await refused(stored(name, content))).toMatch(new RegExp(`^(invalid_model|unsafe_model_file): .*${words}`))
  })

  it('is refused when there is no models folder, and says how to have one', async () => {
    expect(await refused(readModelFile(join(folder, 'none'), 'a.onnx'))).toContain('--models-dir')
  })
})
