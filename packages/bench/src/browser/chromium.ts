import { existsSync } from 'node:fs'
import { BenchcastError } from '@benchcast/core/errors'
import type { Browser, Page } from 'playwright-core'
import { nvidiaGpu } from '../machine/nvidia.ts'
import { BROWSER_PROVIDERS, type BrowserProvider } from './providers.ts'

/** Where systems keep a Chromium, or a browser made from it. */
const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Path of a Chromium: CHROMIUM_PATH where it is set, else the first of the usual places that has one. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH
  return [...(chosen ? [chosen] : USUAL_PATHS)].find((path) => existsSync(path))
}

const QUIET = ['--no-sandbox', '--disable-background-networking', '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--no-first-run', '--disable-dev-shm-usage']
const LAUNCH_MS = 30_000

/** A headless browser with one page. */
export interface HeadlessPage {
  readonly page: Page
  /** Rejects when the browser or its page is gone before it was closed. */
  readonly gone: Promise<never>
  close(): Promise<void>
}

/**
 * Starts a headless Chromium for an execution provider. `mark` is put on its command line.
 *
 * Throws `browser_unavailable` without a Chromium or playwright-core, or when it does not start.
 */
export async function startChromium(provider: BrowserProvider, mark: string): Promise<HeadlessPage> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw unavailable('No Chromium was found: install one, or set CHROMIUM_PATH to where it is. The link can also be opened by hand in any browser.')
  const { chromium } = await loadPlaywright()
  const { switches, softwareSwitches } = BROWSER_PROVIDERS[provider]
  const args = [...QUIET, ...switches, ...((await hasGpu()) ? [] : softwareSwitches), mark]
  const ends = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }
  const browser = await chromium.launch({ executablePath, args, timeout: LAUNCH_MS, ...ends }).catch((error: Error) => {
    throw unavailable(`Chromium at ${executablePath} did not start: ${error.message.split('\n', 1)[0]}`)
  })
  return withPage(browser)
}

async function withPage(browser: Browser): Promise<HeadlessPage> {
  const page = await browser.newPage()
  const { promise: gone, reject } = Promise.withResolvers<never>()
  gone.catch(() => undefined)
  const crashed = () => reject(new BenchcastError('run_crashed', 'The browser ended in the middle of the run; nothing else was touched. Choose a smaller model or batch if it happens again.'))
  page.on('crash', crashed)
  page.on('pageerror', ({ message }) => reject(new BenchcastError('run_failed', `The page that runs the model failed: ${message}`)))
  browser.on('disconnected', crashed)
  return { page, gone, close: () => browser.close() }
}

async function loadPlaywright(): Promise<typeof import('playwright-core')> {
  try {
    return await import('playwright-core')
  } catch {
    throw unavailable("The package playwright-core, which drives the browser, is not installed: run 'npm install playwright-core', or open the link by hand in any browser.")
  }
}

/** Systems with a desktop have a GPU that browsers know; a Linux server has one when a driver shows it. */
const hasGpu = async (): Promise<boolean> => process.platform !== 'linux' || existsSync('/dev/dri/renderD128') || (await nvidiaGpu()) !== undefined

const unavailable = (message: string): BenchcastError => new BenchcastError('browser_unavailable', message)
