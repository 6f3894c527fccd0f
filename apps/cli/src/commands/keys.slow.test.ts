import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inFolder, spawnServer } from '../../../server/src/testing/spawn-server.ts'

const BIN = fileURLToPath(new URL('../../bin/benchcast.cjs', import.meta.url))

/** Runs `benchcast keys …` on a database. */
function keys(db: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, 'keys', ...args, '--db', db], (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }))
  })
}
const made = async (db: string, ...args: readonly string[]) => JSON.parse((await keys(db, 'create', ...args, '--json')).stdout) as { key: string; key_id: string }

const get = async (url: string, path: string, key?: string, header = 'x-api-key') => {
  const response = await fetch(new URL(path, url), { headers: key === undefined ? {} : { [header]: key } })
  return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, never> & { detail: string } }
}

async function withServerOn<T>(db: string, use: (url: string, log: () => Promise<string>) => Promise<T>, args: readonly string[] = []): Promise<T> {
  const server = spawnServer(['--db', db, '--log-level', 'info', ...args])
  try {
    const url = await server.url
    return await use(url, async () => {
      server.process.kill('SIGTERM')
      return (await server.ended).stderr
    })
  } finally {
    server.process.kill('SIGKILL')
    await server.ended
  }
}

const UPGRADE = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-version': '13' }
const DATABASE = '/api/db/test/runs'

describe('benchcast keys', { timeout: 240_000 }, () => {
  it('makes, rotates and revokes keys of a running server, which takes them at once and shows none in its log', () =>
    inFolder(async (folder) => {
      const db = join(folder, 'test.duckdb')
      const seen: string[] = []
      const log = await withServerOn(db, async (url, stop) => {
        expect((await get(url, DATABASE)).json.detail).toMatch(/^Invalid or missing API Key\. .*benchcast keys create/)
        expect((await stat(`${db}.control`)).mode & 0o777).toBe(0o600)
        const reader = await made(db, 'reader')
        const admin = await made(db, 'boss', '--scopes', 'admin', '--expires', '0')
        seen.push(reader.key, admin.key, JSON.parse(await readFile(`${db}.control`, 'utf8')).key)
        expect((await get(url, DATABASE, reader.key)).status).toBe(200)
        expect((await get(url, DATABASE, `Bearer ${reader.key}`, 'authorization')).status).toBe(200)
        expect((await get(url, `/api/db/${reader.key}?key=${reader.key}`, reader.key)).status).toBe(404)
        const denied = await get(url, '/api/keys', reader.key)
        expect([denied.status, denied.json.detail]).toEqual([403, expect.stringContaining("'admin'")])
        expect((await get(url, DATABASE, `${reader.key.slice(0, -1)}_`)).json.detail).toContain('checksum')
        expect((await keys(db, 'create', 'reader')).stderr).toContain("an active key named 'reader'")
        const next = JSON.parse((await keys(db, 'rotate', reader.key_id, '--grace', '0', '--json')).stdout) as { key: string; key_id: string }
        seen.push(next.key)
        expect([(await get(url, DATABASE, reader.key)).status, (await get(url, DATABASE, next.key)).status]).toEqual([401, 200])
        expect((await keys(db, 'revoke', next.key_id)).stdout).toContain('opens nothing any more')
        expect((await get(url, DATABASE, next.key)).json.detail).toBe('Invalid or missing API Key')
        const audit = (await get(url, '/api/audit', admin.key)).json as unknown as { entries: readonly { action: string; who: string }[] }
        expect(new Set(audit.entries.map(({ action }) => action))).toEqual(new Set(['key.created', 'key.rotated', 'key.revoked', 'key.used', 'access.failed', 'access.denied']))
        expect(JSON.stringify(audit)).not.toContain(reader.key)
        const shown = await keys(db, 'list')
        expect(shown.stdout).toMatch(new RegExp(`^${admin.key_id} +boss +active +never`, 'm'))
        seen.push(shown.stdout)
        return stop()
      })
      for (const text of seen) expect(log).not.toContain(text.slice(13, 45))
      expect(log).toContain('bck_[hidden]')
      await expect(stat(`${db}.control`)).rejects.toThrow('ENOENT')
    }))

  it('makes them in the file of a stopped server, also after one that was killed, and the next one knows them', () =>
    inFolder(async (folder) => {
      const db = join(folder, 'test.duckdb')
      const { key } = await made(db, 'early')
      await withServerOn(db, async (url) => expect((await get(url, DATABASE, key)).status).toBe(200), ['--host', '0.0.0.0'])
      expect(await readFile(`${db}.control`, 'utf8')).toContain('"pid"')
      const late = await made(db, 'late', '--scopes', 'read')
      await withServerOn(
        db,
        async (url) => {
          expect([(await get(url, '/api/v1/model-performance/task-types')).status, (await get(url, '/api/v1/model-performance/task-types', late.key)).status]).toEqual([401, 200])
          expect([(await get(url, '/health')).status, (await fetch(`${url}/docs/`, { redirect: 'manual' })).status]).toEqual([200, 308])
          const refused = httpGet(`${url}/api/predictive-performance/ws/none`, { headers: UPGRADE })
          const [response] = (await once(refused, 'response')) as [IncomingMessage]
          expect([response.statusCode, response.headers['www-authenticate']]).toEqual([401, 'Bearer realm="benchcast"'])
          response.resume()
          const socket = new WebSocket(`${url.replace('http', 'ws')}/api/predictive-performance/ws/none`, ['benchcast', `benchcast.key.${late.key}`])
          const [{ code }] = (await once(socket, 'close')) as [{ code: number }]
          expect([code, socket.protocol]).toEqual([4404, 'benchcast'])
        },
        ['--require-key'],
      )
    }))

  it('does not use a file that others may read, nor start on an open address without a key', () =>
    inFolder(async (folder) => {
      const db = join(folder, 'test.duckdb')
      await writeFile(`${db}.control`, JSON.stringify({ url: 'http://127.0.0.1:1', pid: process.pid, key: 'x' }))
      await chmod(`${db}.control`, 0o644)
      const { code, stderr } = await keys(db, 'list')
      expect([code, stderr]).toEqual([1, expect.stringContaining('open to others')])
      const open = await spawnServer(['--db', db, '--host', '0.0.0.0']).ended
      expect([open.code, open.stderr]).toEqual([78, expect.stringContaining('benchcast keys create')])
    }))
})
