import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ENDPOINTS, PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withServer } from '../testing/spawn-server.ts'
import { generateScript } from './generate-script.ts'

const CHROMIUM = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const HOSTILE = `a</script><script>alert(1)</script><img src=x onerror=alert(2)>"'\`\${alert(3)}\u2028`

/** Stands for ONNX Runtime Web: a model that reads tokens and takes 2 ms. */
const RUNTIME = `
export const env = { versions: { web: '1.0.0-stand-in' } }
export class Tensor { constructor(type, data, dims) { Object.assign(this, { type, data, dims }) } }
const inputMetadata = [{ name: 'input_ids', type: 'int64', shape: ['batch', 'sequence'] }, { name: 'attention_mask', type: 'int64', shape: ['batch', 'sequence'] }]
const run = async (feeds) => {
  globalThis.feeds = Object.entries(feeds).map(([name, { dims, data }]) => ({ name, dims, largest: Number(data.reduce((a, b) => a > b ? a : b)) }))
  await new Promise((resolve) => setTimeout(resolve, 2))
}
export const InferenceSession = { create: async (model, { executionProviders }) => { globalThis.asked = { bytes: model.length, executionProviders }; return { inputMetadata, run } } }
`

let folder: string
let files: Server
let origin: string
let browser: Browser
beforeAll(async () => {
  if (CHROMIUM === undefined) return
  folder = mkdtempSync(join(tmpdir(), 'benchcast-page-'))
  writeFileSync(join(folder, 'runtime.mjs'), RUNTIME)
  files = createServer(({ url = '' }, response) => {
    const name = basename(new URL(url, 'http://localhost').pathname)
    response.setHeader('content-type', name.endsWith('.mjs') ? 'text/javascript' : 'text/html').end(readFileSync(join(folder, name)))
  })
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
})
afterAll(async () => {
  await browser?.close()
  files?.close()
  if (folder !== undefined) rmSync(folder, { recursive: true })
})

/** A page for a model, open in the browser, with the stand-in as its runtime. */
async function openPage(model_name: string): Promise<{ readonly page: Page; readonly dialogs: readonly string[] }> {
  const request = ENDPOINTS.generateScript.body!.parse({ model_name, hardware: ['webgpu', 'webnn'] }) as Parameters<typeof generateScript>[0]
  const noThread = () => Promise.reject(new Error('nothing is written in a thread here'))
  const { output_file } = await generateScript({ ...request, folder, batch_id: null }, { taskId: 'a-task', progress: () => {}, inThread: noThread })
  const page = await browser.newPage()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(`${origin}/${basename(output_file)}?runtime=/runtime.mjs`)
  return { page, dialogs }
}

async function measureOn(page: Page, hardware: string): Promise<string> {
  await page.selectOption('#hardware', hardware)
  await page.fill('#seconds', '0.5')
  await page.click('#form button')
  await page.waitForFunction(() => !/^$|\.\.\.$/.test(document.getElementById('status')!.textContent!))
  return (await page.textContent('#status'))!
}

describe.skipIf(CHROMIUM === undefined)('A generated page', () => {
  it('measures a chosen model on what is there, says what is missing, and records what a platform did', () =>
    withServer(
      async (url) => {
        const { page } = await openPage('google-bert/bert-base-uncased')
        expect(await page.textContent('h1')).toBe('How fast does google-bert/bert-base-uncased run here?')
        expect(await measureOn(page, 'wasm')).toBe('Choose an ONNX file first.')
        await page.setInputFiles('#file', { name: 'model.onnx', mimeType: 'application/octet-stream', buffer: Buffer.from('0123456789') })
        expect(await measureOn(page, 'webgpu')).toMatch(/has no WebGPU/)
        expect(await measureOn(page, 'wasm')).toBe('Done.')
        expect(await page.evaluate('[asked, feeds]')).toEqual([
          { bytes: 10, executionProviders: ['wasm'] },
          [
            { name: 'input_ids', dims: [1, 128], largest: expect.any(Number) },
            { name: 'attention_mask', dims: [1, 128], largest: 1 },
          ],
        ])
        expect(await page.evaluate('feeds[0].largest')).toBeLessThan(30_522)
        expect(await page.textContent('#table')).toMatch(/Hardwarewasm, onnxruntime-web 1\.0\.0-stand-inBatch1 x 128 tokens, fp32.*Median[\d.]+ ms \(95 % interval/)
        expect(await page.isVisible('#record')).toBe(false)
        await page.evaluate(() => Object.defineProperty(navigator, 'gpu', { value: { requestAdapter: async () => ({}) } }))
        expect(await measureOn(page, 'webgpu')).toBe('Done.')
        await page.fill('#server', url)
        await page.click('#record button')
        await page.waitForFunction(() => /Recorded|could not|refused/.test(document.getElementById('status')!.textContent!))
        expect(await page.textContent('#status')).toMatch(/^Recorded at .*: meas-/)
        const { measurements } = (await (await fetch(`${url}${PREDICTIVE_PREFIX}/measurements`)).json()) as { readonly measurements: readonly object[] }
        expect(measurements).toMatchObject([{ model_name: 'google-bert/bert-base-uncased', hardware_platform: 'webgpu', batch_size: 1, measurement_source: 'generated_script', memory_usage: null }])
      },
      ['--cors-origin', origin],
    ))

  it('shows a hostile name as text and runs nothing of it', async () => {
    const { page, dialogs } = await openPage(HOSTILE)
    expect(await page.evaluate(() => document.getElementById('title')!.textContent)).toBe(`How fast does ${HOSTILE} run here?`)
    expect(await page.locator('img').count()).toBe(0)
    expect(await measureOn(page, 'wasm')).toBe('Choose an ONNX file first.')
    expect(dialogs).toEqual([])
  })
})
