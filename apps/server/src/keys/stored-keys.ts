import { KEY_SCOPES, type KeyRow, type KeyScope } from '@benchcast/core/api'
import { canonicalPath } from '../storage/canonical-path.ts'
import { readForeignRows } from '../storage/index.ts'
import { readControlFile } from './control-file.ts'
import { stateOf } from './key.ts'
import { remoteKeys } from './remote-keys.ts'

const NEWEST = 'SELECT key_id, name, scopes, created_at, expires_at, revoked_at FROM api_keys QUALIFY row_number() OVER (PARTITION BY key_id ORDER BY seq DESC, position DESC) = 1'

interface Row {
  readonly key_id: string
  readonly name: string
  readonly scopes: string
  readonly created_at: string
  readonly expires_at: string | null
  readonly revoked_at: string | null
}

/** Keys of a database that nothing is done to: those a running server tells of, else those in the file; undefined when neither can be read, none when the file is older than keys are. */
export async function storedKeys(database: string): Promise<readonly KeyRow[] | undefined> {
  const path = await canonicalPath(database)
  const control = await readControlFile(path).catch(() => undefined)
  const told =
    control &&
    (await remoteKeys(control)
      .list()
      .catch(() => undefined))
  if (told !== undefined) return told.keys.filter(({ source }) => source === 'stored')
  const now = new Date().toISOString()
  const rows = await readForeignRows(path, NEWEST).catch((error: Error) => (/api_keys does not exist/.test(error.message) ? [] : undefined))
  return (rows as readonly Row[] | undefined)?.map(({ scopes, expires_at, revoked_at, ...row }) => ({
    ...row,
    scopes: (JSON.parse(scopes) as KeyScope[]).filter((scope) => KEY_SCOPES.includes(scope)),
    source: 'stored',
    state: stateOf({ expiresAt: expires_at, revokedAt: revoked_at }, now),
    expires_at,
    revoked_at,
    last_used_at: null,
  }))
}
