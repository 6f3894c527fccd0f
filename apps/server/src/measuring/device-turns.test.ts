import { describe, expect, it } from 'vitest'
import { DeviceTurns } from './device-turns.ts'

describe('Turns on a device', () => {
  it('are taken one after the other, beside those of other devices, and go on after a failure', async () => {
    const turns = new DeviceTurns()
    const events: string[] = []
    const act =
      (name: string, fails = false) =>
      async () => {
        events.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        events.push(`${name} ends`)
        if (fails) throw new Error(name)
        return name
      }
    const all = await Promise.allSettled([turns.take('cpu', act('a', true)), turns.take('cpu', act('b')), turns.take('cuda', act('c'))])
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    const only = (names: string) => events.filter((event) => names.includes(event[0]!))
    expect(only('ab')).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
    expect(events.indexOf('c begins')).toBeLessThan(events.indexOf('a ends'))
  })
})
