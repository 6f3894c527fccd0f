import { expect, it } from 'vitest'
import { missingPackages, readLockfile } from './lockfile.ts'

it('the lock file names the packages of every platform, so that npm ci works on each (else: node scripts/lockfile.ts)', () => {
  expect(Object.keys(missingPackages(readLockfile()))).toEqual([])
})

it('the lock file names no registry', () => {
  const resolved = Object.values(readLockfile().packages).flatMap((entry) => ('resolved' in entry ? [String(entry.resolved)] : []))
  expect(resolved.filter((address) => address.includes('://'))).toEqual([])
})
