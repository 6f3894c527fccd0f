import { expect, it } from 'vitest'
import { withServer } from './testing/spawn-server.ts'

it('benchcast serve starts with at most 1.5 s of computing on an empty database', async () => {
  await withServer(async () => {})
  await withServer(async (url) => {
    expect((await fetch(`${url}/health`)).status).toBe(200)
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)![1])).toBeLessThan(1.5)
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
  })
})
