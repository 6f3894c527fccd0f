import { describe, expect, it } from 'vitest'
import { type Access, accessOfKey, anonymous } from '../keys/access.ts'
import { mayRunModels } from './may-run-models.ts'

const withKey = (...scopes: readonly ('read' | 'models:run' | 'admin')[]): Access => accessOfKey({ id: 'k', name: 'ci', scopes })
const nobody = anonymous(() => true)
const may = (access: Access, ip: string, allowsModels: boolean) => mayRunModels({ access, ip }, { allowsModels })

describe('Models of the user’s may be run', () => {
  it('by a key that has the scope for it, wherever it comes from', () => {
    expect([may(withKey('models:run'), '10.0.0.7', false), may(withKey('admin'), '127.0.0.1', false), may(withKey('read'), '127.0.0.1', true)]).toEqual([true, true, false])
  })

  it('without a key from this machine alone, once the server was told to', () => {
    expect([may(nobody, '127.0.0.1', true), may(nobody, '::1', true), may(nobody, '10.0.0.7', true), may(nobody, '127.0.0.1', false)]).toEqual([true, true, false, false])
  })

  it('never without a key where keys were made', () => {
    expect(
      may(
        anonymous((scope) => scope !== 'models:run'),
        '127.0.0.1',
        true,
      ),
    ).toBe(false)
  })
})
