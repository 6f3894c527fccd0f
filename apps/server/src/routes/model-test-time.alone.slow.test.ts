import { setTimeout as sleep } from 'node:timers/promises'
import { TEST_PREFIX } from '@benchcast/core/api'
import { expect, it } from 'vitest'
import { openTestApp } from '../testing/test-app.ts'

it('the basic tests of a small model end within six seconds', async () => {
  const t = await openTestApp()
  try {
    const { run_id } = (await t.post(`${TEST_PREFIX}/run`, { model_name: 'prajjwal1/bert-tiny', hardware: 'cpu' })).json
    const status = async () => (await t.get(`${TEST_PREFIX}/status/${run_id}`)).json
    while ((await status()).progress < 1) await sleep(20)
    const { elapsed_time, ...ended } = await status()
    expect(ended.status).toBe('completed')
    expect(elapsed_time).toBeLessThan(6)
  } finally {
    await t.close()
  }
})
