import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageSource, runtimeFile } from './page-files.ts'

const IMPORT = /^(?:import|export)\b[^'\n]*?from '([^']+)'/gm
const START = ['bench/browser/page/page.ts', 'bench/browser/page/worker.ts']

/** Every source that a browser asks for, with what could not be had. */
async function reached(): Promise<{ readonly texts: Map<string, string>; readonly missing: readonly string[] }> {
  const texts = new Map<string, string>()
  const missing: string[] = []
  for (const open = [...START]; open.length > 0; ) {
    const path = open.pop()!
    if (texts.has(path)) continue
    const text = await pageSource(path)
    if (text === undefined) missing.push(path)
    texts.set(path, text ?? '')
    for (const [, specifier] of (text ?? '').matchAll(IMPORT)) open.push(specifier!.startsWith('.') ? posix.join(posix.dirname(path), specifier!) : specifier!)
  }
  return { texts, missing }
}

describe('The sources of the page', () => {
  it('are all served, and ask for nothing that a browser has not', async () => {
    const { texts, missing } = await reached()
    expect(missing).toEqual([])
    expect([...texts.keys()]).toEqual(expect.arrayContaining(['bench/runner/scenarios.ts', 'bench/measure/stopping.ts', 'core/stats/index.ts', 'bench/runner/session.ts']))
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '')
    expect([...texts].filter(([, text]) => /from 'node:|\bBuffer\.|\bprocess\./.test(code(text))).map(([path]) => path)).toEqual([])
  })

  it('are nothing but those', () => {
    const others = ['bench/runner/child.ts', 'bench/browser/page/../../index.ts', 'core/api/index.ts', 'bench/measure/measure.test.ts', '../package.json', 'server/config.ts']
    expect(others.map(pageSource)).toEqual(others.map(() => undefined))
    expect(['ort.node.min.mjs', '../package.json', 'ort.wasm.min.mjs.map'].map(runtimeFile)).toEqual([undefined, undefined, undefined])
    expect(runtimeFile('ort.wasm.min.mjs')).toMatch(/onnxruntime-web.dist.ort\.wasm\.min\.mjs$/)
  })
})
