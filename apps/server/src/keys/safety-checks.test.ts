import type { KeyRow } from '@benchcast/core/api'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../config.ts'
import { safetyChecks } from './safety-checks.ts'

const DAY_MS = 86_400_000
const NOW_MS = Date.parse('2026-01-01T00:00:00Z')

const key = (name: string, days: number | null): KeyRow => ({
  key_id: `id-${name}-${days}`,
  name,
  scopes: ['read'],
  source: 'stored',
  state: 'active',
  created_at: '2025-12-01T00:00:00Z',
  expires_at: days === null ? null : new Date(NOW_MS + days * DAY_MS).toISOString(),
  revoked_at: null,
  last_used_at: null,
})

async function saidOf(stored: readonly KeyRow[] | undefined): Promise<readonly string[]> {
  const checks = await safetyChecks({ config: parseConfig({ db: ':memory:' }), stored, environment: [], nowMs: NOW_MS, user: 1000 })
  const { status, message } = checks.find(({ name }) => name === 'keys')!
  return [status, message]
}

describe('what is said of the keys', () => {
  it.each([
    ['that expire soon, by name', [key('ci', 13), key('dash', 14)], ['warn', "'ci' expire within 14 days: benchcast keys rotate"]],
    ['that were rotated already: nothing', [key('ci', 2), key('ci', 90), key('old', null)], ['ok', '3 active, 1 of them without end']],
    ['that were rotated, and whose successor expires soon as well', [key('ci', 2), key('ci', 5)], ['warn', "'ci' expire within 14 days: benchcast keys rotate"]],
  ])('names those %s', async (_, stored, said) => {
    expect(await saidOf(stored)).toEqual(said)
  })

  it('is a warning where there are none, or nobody can tell', async () => {
    expect([(await saidOf([]))[0], (await saidOf(undefined))[0]]).toEqual(['warn', 'warn'])
  })
})
