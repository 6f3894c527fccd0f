import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { withServer } from '../testing/spawn-server.ts'

const CHROMIUM = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

describe('/docs in a browser', () => {
  it.skipIf(CHROMIUM === undefined)('shows the endpoints, and asks nobody but this server for anything', async () => {
    await withServer(async (url) => {
      const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
      try {
        const page = await browser.newPage()
        const outside: string[] = []
        const refused: string[] = []
        page.on('request', (request) => /^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()) || outside.push(request.url()))
        page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
        await page.goto(`${url}/docs`)
        await page.getByText('Evaluate several models on one data set and rank them').first().waitFor({ timeout: 30_000 })
        await page.waitForTimeout(1000)
        expect([outside, refused]).toEqual([[], []])
      } finally {
        await browser.close()
      }
    })
  })
})
