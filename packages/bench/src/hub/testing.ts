import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { HUB_LIBRARY } from './hub-library.ts'

/**
 * A stand-in for `@huggingface/transformers`, for tests: the real one is 470 MB. It has the members that are used, with the library's addresses, cache folder and cache layout, and
 * hands files to the runtime that it finds where the library looks for one. Tests run the real one too where it is installed.
 */
const STAND_IN = `
const { createWriteStream, existsSync, mkdirSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { Readable } = require('node:stream')
const { pipeline } = require('node:stream/promises')
const runtime = globalThis[Symbol.for('onnxruntime')]
const env = { remoteHost: 'https://huggingface.co/', cacheDir: join(__dirname, '.cache') }
const SUFFIXES = { fp32: '', fp16: '_fp16', q8: '_quantized', q4: '_q4' }

async function fileOf(id, file, revision) {
  const path = join(env.cacheDir, id, revision === 'main' ? '' : revision, file)
  if (existsSync(path)) return path
  const response = await fetch(env.remoteHost + id + '/resolve/' + encodeURIComponent(revision) + '/' + file)
  if (response.status !== 200) throw new Error('Could not locate file')
  mkdirSync(dirname(path), { recursive: true })
  await pipeline(Readable.fromWeb(response.body), createWriteStream(path))
  return path
}

class PreTrainedModel {
  static async from_pretrained(id, { dtype, device, revision = 'main', model_file_name = 'model' }) {
    if (device !== 'auto') throw new Error('Unsupported device: "' + device + '". Should be one of: .')
    await fileOf(id, 'config.json', revision)
    await runtime.InferenceSession.create(await fileOf(id, 'onnx/' + model_file_name + SUFFIXES[dtype] + '.onnx', revision))
  }
}
module.exports = { env, PreTrainedModel }
`

/** Installs the stand-in below a folder; gives the folder of its cache. */
export function installStandIn(folder: string): string {
  const home = join(folder, 'node_modules', HUB_LIBRARY)
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: HUB_LIBRARY, version: '0.0.0', main: 'index.cjs' }))
  writeFileSync(join(home, 'index.cjs'), STAND_IN)
  return join(home, '.cache')
}

/** Files by their names in a model, written into a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** A hub on this machine: files by their paths, `ORG/NAME/resolve/REVISION/FILE`; a number is answered as a status. */
export async function openHub(files: Readonly<Record<string, string | Uint8Array | number>>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url!.slice(1))
    asked.push(path)
    const found = files[path] ?? 404
    if (typeof found === 'number') response.writeHead(found).end()
    else response.end(found)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, asked, close: () => new Promise((resolve) => server.close(resolve)) }
}
