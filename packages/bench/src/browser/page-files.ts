import { readFile } from 'node:fs/promises'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the page's sources come from, by the first part of their address. */
const ROOTS: Readonly<Record<string, string>> = { bench: fileURLToPath(new URL('..', import.meta.url)), core: dirname(fileURLToPath(import.meta.resolve('@benchcast/core/errors'))) }

/** The page, and what it shares with the runner: nothing else of the product is served. */
const SERVED = /^(bench\/browser\/page\/[\w-]+\.(ts|css)|bench\/measure\/[\w-]+\.ts|bench\/runner\/(phases|samples|scenarios|session)\.ts|core\/(errors|stats\/[\w-]+)\.ts)$/

const texts = new Map<string, Promise<string>>()

/** The page itself. */
export const pageHtml = (): Promise<string> => readFile(join(ROOTS.bench!, 'browser/page/index.html'), 'utf8')

/** A source as a browser reads it: without types, with addresses in place of package names. Undefined for what is not served. */
export function pageSource(path: string): Promise<string> | undefined {
  if (!SERVED.test(path)) return undefined
  const known = texts.get(path) ?? readSource(path)
  texts.set(path, known)
  return known
}

async function readSource(path: string): Promise<string> {
  const [root, ...rest] = path.split('/')
  const text = await readFile(join(ROOTS[root!]!, ...rest), 'utf8')
  return path.endsWith('.ts') ? withAddresses(withoutTypes(text), path) : text
}

/** Node says that the function may change, which is for us to know and not for whoever runs a benchmark. */
function withoutTypes(text: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(text)
  } finally {
    process.emitWarning = emitWarning
  }
}

const withAddresses = (text: string, path: string): string =>
  text.replace(/from '@benchcast\/core\/(\w+)'/g, (_, name: string) => `from '${posix.relative(posix.dirname(path), name === 'errors' ? 'core/errors.ts' : `core/${name}/index.ts`)}'`)

const RUNTIME_FILE = /^ort(-wasm-simd-threaded(\.asyncify)?|\.wasm\.min|\.webgpu\.min)\.(mjs|wasm)$/

/** Path of a file of onnxruntime-web, of the few that are needed. */
export function runtimeFile(name: string): string | undefined {
  return RUNTIME_FILE.test(name) ? join(dirname(createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')), name) : undefined
}
