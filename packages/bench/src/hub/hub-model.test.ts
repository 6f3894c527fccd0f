import { describe, expect, it } from 'vitest'
import { hubFailure } from './hub-failure.ts'
import { hubModelOf, isHubModel } from './hub-model.ts'

describe('A name of the hub', () => {
  it.each([
    ['hub:Xenova/bert-base-uncased', { id: 'Xenova/bert-base-uncased' }],
    ['hub:gpt2', { id: 'gpt2' }],
    ['hub:a/b@refs/pr/3', { id: 'a/b', revision: 'refs/pr/3' }],
    ['hub:Xenova/t5-small@v1.0#encoder_model', { id: 'Xenova/t5-small', revision: 'v1.0', graph: 'encoder_model' }],
  ])('%s is read', (name, model) => {
    expect(isHubModel(name)).toBe(true)
    expect(hubModelOf(name)).toEqual(model)
  })

  it.each([
    'hub:',
    'hub:/etc/passwd',
    'hub:../../etc',
    'hub:a/..',
    'hub:a/b/c',
    'hub:a/b@../../x',
    'hub:a/b@',
    'hub:a/b#../x',
    'hub:a/b#c/d',
    'hub:a\\b',
    'hub:a/b\n',
    'hub:https://x/y',
    'hub:a/b@x%2e',
  ])('%j is refused, since it would become a path or an address', (name) => {
    expect(() => hubModelOf(name)).toThrow(/is no model of the hub: write hub:ORG\/NAME/)
  })
})

describe('A model of the hub that cannot be fetched', () => {
  const asked = { id: 'acme/tiny', format: 'q8' }
  const at = (file: string) => new URL(`https://huggingface.co/acme/tiny/resolve/main/${file}`)
  const error = new Error('disk full')

  it.each([
    [
      { kind: 'unreachable', url: at('config.json'), reason: 'ENOTFOUND' },
      'hub_unreachable',
      /config\.json of acme\/tiny is not in the cache of .*, and huggingface\.co cannot be reached \(ENOTFOUND\)/,
    ],
    [{ kind: 'status', url: at('config.json'), status: 503 }, 'hub_unreachable', /answered with 503: try again later/],
    [{ kind: 'status', url: at('config.json'), status: 401 }, 'invalid_model', /shows no model acme\/tiny: check its name, .*HF_TOKEN/],
    [{ kind: 'status', url: at('onnx/model_quantized.onnx'), status: 404 }, 'invalid_model', /no ONNX file of the graph 'model' in the format q8.*another precision.*hub:acme\/tiny#/],
    [{ kind: 'too_large', url: at('onnx/model.onnx'), reason: 'more than 64 GiB' }, 'invalid_model', /more than 64 GiB large/],
  ] as const)('is told by what the network did: %o', (trouble, code, message) => {
    expect(hubFailure(asked, error, trouble)).toEqual({ code, message: expect.stringMatching(message) })
  })

  it('is told in the words of the library otherwise, and a full disk by its own code', () => {
    expect(hubFailure(asked, error, undefined)).toEqual({ code: 'invalid_model', message: 'acme/tiny could not be fetched by @huggingface/transformers: disk full.' })
    expect(hubFailure(asked, Object.assign(error, { code: 'ENOSPC' }), undefined)).toMatchObject({ code: 'storage_full' })
  })
})
