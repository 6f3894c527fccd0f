import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { LAYERS, PURE } from './layers.ts'
import { ROOT } from './steps.ts'

const isTest = (file: string) => /\.test\.ts$|\/testing(\.ts|\/)/.test(file)
const sources = globSync('{packages,apps}/*/src/**/*.ts', { cwd: ROOT }).filter((file) => !isTest(file))
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const layerOf = (file: string) =>
  Object.keys(LAYERS)
    .filter((layer) => file === layer || file.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0]
const IMPORT = /(import|export)( type)?\b[^';]*?'([^']+)'/g
const imports = (file: string) =>
  [...textOf(file).matchAll(IMPORT)].map(([, , type, specifier]) => ({ specifier: specifier!, isType: type !== undefined })).filter(({ specifier }) => !specifier.endsWith('.json'))

/** The file an import leads to, when it is ours. */
function target(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relative(ROOT, join(ROOT, dirname(file), specifier))
  const own = /^@benchcast\/(core|server|bench|sdk)(?:\/(.*))?$/.exec(specifier)
  if (!own) return undefined
  const [, name, path] = own
  if (name === 'core') return path === 'errors' || path === 'units' ? `packages/core/src/${path}.ts` : `packages/core/src/${path}/index.ts`
  const room = name === 'server' ? 'apps/server' : `packages/${name}`
  return `${room}/src/${path ? `${path}/` : ''}index.ts`
}

it('every source file has a layer', () => {
  expect(sources.filter((file) => !layerOf(file))).toEqual([])
})

it('every import points down the layers', () => {
  const wrong = sources.flatMap((file) => {
    const from = layerOf(file)!
    return imports(file).flatMap(({ specifier }) => {
      const to = target(file, specifier)
      const layer = to === undefined ? from : layerOf(to)
      return layer === from || LAYERS[from]!.includes(layer ?? '') ? [] : [`${file} -> ${to}`]
    })
  })
  expect(wrong).toEqual([])
})

it('the core uses no Node API, no clock and no randomness', () => {
  const impure = /from 'node:|(?<![\w-])process\.|\bBuffer\.|Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/
  const code = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\//g, '')
  expect(sources.filter((file) => PURE.some((room) => file.startsWith(room)) && impure.test(code(file)))).toEqual([])
})

it('no file imports itself through others, types aside', () => {
  const graph = new Map(sources.map((file) => [file, imports(file).flatMap(({ specifier, isType }) => (isType ? [] : (target(file, specifier) ?? [])))]))
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'open') cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (state.has(file)) return
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    state.set(file, 'done')
  }
  for (const file of sources) visit(file, [])
  expect(cycles).toEqual([])
})

it('a source file fits in one reading', () => {
  expect(sources.filter((file) => !file.includes('/generated/') && textOf(file).split('\n').length > 400)).toEqual([])
})
