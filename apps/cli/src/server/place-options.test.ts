import { describe, expect, it } from 'vitest'
import { placeOf, timeoutOf } from './place-options.ts'

describe('placeOf', () => {
  it('is the usual database unless a flag or the environment says otherwise; flags win', () => {
    const environment = { BENCHCAST_URL: 'http://a:1/', BENCHCAST_API_KEY: 'k', BENCHCAST_DB: 'e.duckdb' }
    expect(placeOf({}, {})).toEqual({ database: '.benchcast/benchcast.duckdb', isUsual: true })
    expect(placeOf({}, { BENCHCAST_DB: 'e.duckdb' })).toEqual({ database: 'e.duckdb', isUsual: false })
    expect(placeOf({}, environment)).toEqual({ url: 'http://a:1', apiKey: 'k' })
    expect(placeOf({ db: 'd.duckdb' }, environment)).toEqual({ database: 'd.duckdb', isUsual: false })
    expect(placeOf({ url: 'http://b:2', apiKey: 'own' }, environment)).toEqual({ url: 'http://b:2', apiKey: 'own' })
    expect([placeOf({ server: 'http://b:2' }, {}), placeOf({ apiUrl: 'http://b:2' }, {})]).toEqual([{ url: 'http://b:2' }, { url: 'http://b:2' }])
  })

  it('refuses what is no place', () => {
    for (const flags of [{ url: 'nonsense' }, { url: 'ftp://x' }, { url: 'http://a', db: 'd' }]) expect(() => placeOf(flags, {})).toThrow(expect.objectContaining({ exitCode: 2 }))
    for (const timeout of ['soon', '0', '-1']) expect(() => timeoutOf({ timeout })).toThrow('--timeout is')
    expect(timeoutOf({ timeout: '1.5' })).toBe(1500)
  })
})
