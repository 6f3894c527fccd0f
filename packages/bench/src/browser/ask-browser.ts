import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { smallestModel } from '../runner/providers.ts'
import { runFeedsInBrowser } from './measure-in-browser.ts'
import type { BrowserProvider } from './providers.ts'
import type { BrowserFacts } from './wire.ts'

/** Whether a headless browser here can run models with a provider: what runs them, or why not. */
export type BrowserProviderAnswer = { readonly browser: BrowserFacts } | { readonly message: string }

const LONGEST_SECONDS = 30
const answers = new Map<BrowserProvider, Promise<BrowserProviderAnswer>>()

/** Asks a headless browser for the device that would run models, in about a second; once for each provider, since browsers seldom change while a server runs. */
export function askBrowser(provider: BrowserProvider): Promise<BrowserProviderAnswer> {
  const known = answers.get(provider) ?? ask(provider)
  answers.set(provider, known)
  return known
}

async function ask(provider: BrowserProvider): Promise<BrowserProviderAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'benchcast-ask-'))
  try {
    const modelPath = join(folder, 'smallest.onnx')
    await writeFile(modelPath, smallestModel())
    return await runFeedsInBrowser({ kind: 'run', modelPath, feeds: [], providers: [provider] }, { limits: { timeoutSeconds: LONGEST_SECONDS } })
  } catch (error) {
    return { message: (error as Error).message }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
