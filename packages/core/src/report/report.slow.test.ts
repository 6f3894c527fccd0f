import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportHtml } from './index.ts'
import { handMadeRun } from './testing.ts'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const HOSTILE = [
  '<script>window.hacked = 1; alert(1)</script>',
  '"><img src=x onerror="window.hacked=1;alert(1)">',
  '</title></desc></svg><script>window.hacked=1</script>',
  '</style><script>window.hacked=1</script>',
  "' onfocus='window.hacked=1' autofocus='",
  'javascript:window.hacked=1',
  '<a href="https://evil.example/">x</a><link rel=stylesheet href=//evil.example/x.css>',
]

if (!existsSync(executablePath)) console.warn(`The report is not opened in a browser: there is none at ${executablePath}. Install chromium, or set CHROMIUM_PATH.`)

describe.skipIf(!existsSync(executablePath))('the HTML report in a browser', () => {
  let browser: Browser
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benchcast-report-'))
    browser = await chromium.launch({ executablePath, args: QUIET })
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Opens a report with everything unfolded; records what it asks for and says. */
  async function open(run: Parameters<typeof reportHtml>[0], colorScheme: 'light' | 'dark' = 'light', width = 1200) {
    const path = join(folder, `${Math.round(performance.now() * 1000)}.html`)
    await writeFile(path, reportHtml(run))
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
    const [requests, dialogs, complaints]: string[][] = [[], [], []]
    page.on('request', (request) => requests!.push(request.url()))
    page.on('dialog', (dialog) => {
      dialogs!.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('console', (message) => complaints!.push(message.text()))
    page.on('pageerror', (error) => complaints!.push(error.message))
    await page.goto(pathToFileURL(path).href)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    return { page, path: pathToFileURL(path).href, requests: requests!, dialogs: dialogs!, complaints: complaints! }
  }

  it('runs nothing and asks for nothing, whatever the names', async () => {
    const run = handMadeRun({ models: HOSTILE, names: HOSTILE, feature: HOSTILE[0]!, groups: [HOSTILE[1]!, HOSTILE[4]!], classes: HOSTILE, benchmarkName: HOSTILE[3]! })
    const { page, path, requests, dialogs, complaints } = await open(run)
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await page.locator('script, iframe, object, embed, link, img, form, base, a:not([href^="#"])').count()).toBe(0)
    expect({ requests, dialogs, complaints }).toEqual({ requests: [path], dialogs: [], complaints: [] })
    expect(await page.locator('h1').textContent()).toBe(HOSTILE[3])
    await page.close()
  })

  it('gives every chart an accessible name and description, and every table a caption', async () => {
    const { page } = await open(handMadeRun({ models: ['a', 'b', 'c'] }))
    const charts = await page.getByRole('img').all()
    expect(charts.length).toBe(await page.locator('figure').count())
    for (const chart of charts) await expect(chart.ariaSnapshot()).resolves.toMatch(/^- img "[^"]{3,}"/)
    const captions = await page.locator('table').evaluateAll((tables) => tables.map((table) => table.querySelector('caption')?.textContent?.length ?? 0))
    expect(Math.min(...captions)).toBeGreaterThan(0)
    await page.close()
  })

  it('fits its page at phone, desktop and paper width with 1 to 20 models, light and dark', async () => {
    for (const [count, scheme, width] of [
      [1, 'light', 390],
      [4, 'dark', 1200],
      [20, 'light', 1200],
      [20, 'dark', 800],
    ] as const) {
      const { page } = await open(handMadeRun({ models: Array.from({ length: count }, (_, i) => `model number ${i}`) }), scheme, width)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const [ink, paper] = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor])
      expect(contrast(ink!, paper!)).toBeGreaterThan(7)
      await page.close()
    }
  })
})

/** WCAG 2 contrast ratio of two `rgb()` colours. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = colour.match(/\d+/g)!.map((part) => {
    const c = Number(part) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
