import { DuckDBInstance } from '@duckdb/node-api'
import { expect, it } from 'vitest'
import { MIGRATIONS } from '../migrations/index.ts'
import { SQL_NAME, TABLES } from '../tables/index.ts'
import { connect, IN_MEMORY } from './connected.ts'
import { migrate, readVersion } from './migrate.ts'

const now = () => new Date(0)

it('numbers its migrations 1, 2, 3 without gaps', () => expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1)))

it('leaves exactly the tables that are written down as data', async () => {
  const { writer, disconnect } = await connect(IN_MEMORY, undefined, (error) => error)
  await migrate(writer, { path: IN_MEMORY, migrations: MIGRATIONS, now, backUp: async () => {} })
  const reader = await writer.runAndReadAll('SELECT table_name, column_name, lower(data_type), is_nullable FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index')
  const expected = TABLES.flatMap(({ name, columns }) => Object.entries(columns).map(([column, type]) => [name, column, SQL_NAME[type].toLowerCase(), type.endsWith('?')]))
  expect(reader.getRowsJS()).toEqual(expected.sort(([a], [b]) => (String(a) < String(b) ? -1 : Number(String(a) > String(b)))))
  await disconnect()
})

it('backs up before the first step on a file in use, once, and not before the very first', async () => {
  const { writer, disconnect } = await connect(IN_MEMORY, undefined, (error) => error)
  const backedUp: number[] = []
  const step = (version: number) => ({ version, name: `step-${version}`, statements: [`CREATE TABLE t${version} (a integer NOT NULL)`] })
  const to = (newest: number) => ({ path: IN_MEMORY, now, migrations: [1, 2, 3].map(step).slice(0, newest), backUp: async (version: number) => void backedUp.push(version) })
  await migrate(writer, to(1))
  await migrate(writer, to(3))
  await migrate(writer, to(3))
  expect({ backedUp, version: await readVersion(writer) }).toEqual({ backedUp: [1], version: 3 })
  await disconnect()
})

it('rolls a failing step back whole, names it, and keeps the steps before it', async () => {
  const { writer, disconnect } = await connect(IN_MEMORY, undefined, (error) => error)
  const migrations = [
    { version: 1, name: 'good', statements: ['CREATE TABLE a (x integer)'] },
    { version: 2, name: 'bad', statements: ['CREATE TABLE b (x integer)', 'CREATE TABLE a (x integer)'] },
  ]
  await expect(migrate(writer, { path: 'file', now, migrations, backUp: async () => {} })).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('migration 2 (bad)') })
  expect(await readVersion(writer)).toBe(1)
  await expect(writer.run('SELECT * FROM b')).rejects.toThrow('does not exist')
  await disconnect()
})

it('gives predictions and measurements of before no phase', async () => {
  const { writer, disconnect } = await connect(IN_MEMORY, undefined, (error) => error)
  const to = (newest: number) => migrate(writer, { path: IN_MEMORY, now, migrations: MIGRATIONS.slice(0, newest), backUp: async () => {} })
  const tables = ['performance_predictions', 'performance_measurements']
  await to(4)
  for (const table of tables) {
    const columns = await writer.runAndReadAll(`SELECT lower(data_type) FROM duckdb_columns() WHERE table_name = '${table}' ORDER BY column_index`)
    await writer.run(`INSERT INTO ${table} VALUES (${columns.getRowsJS().map(([type]) => (type === 'varchar' ? "'x'" : '1'))})`)
  }
  await to(5)
  for (const table of tables) expect((await writer.runAndReadAll(`SELECT model_name, phase FROM ${table}`)).getRowsJS()).toEqual([['x', null]])
  await disconnect()
})

it('refuses a file of a newer version', async () => {
  const { writer, disconnect } = await connect(IN_MEMORY, undefined, (error) => error)
  await migrate(writer, {
    path: IN_MEMORY,
    now,
    migrations: [...MIGRATIONS, { version: MIGRATIONS.length + 1, name: 'later', statements: [] }],
    backUp: async () => {},
  })
  await expect(migrate(writer, { path: 'file', now, migrations: MIGRATIONS, backUp: async () => {} })).rejects.toMatchObject({
    exitCode: 78,
    message: expect.stringContaining(`file is of version ${MIGRATIONS.length + 1}`),
  })
  await disconnect()
})

it('keeps SQL away from other files and from the settings', async () => {
  const { writer, disconnect } = await connect(IN_MEMORY, undefined, (error) => error)
  for (const statement of [
    "SELECT * FROM read_csv('/etc/passwd')",
    "COPY (SELECT 1) TO 'out.csv'",
    "ATTACH 'other.duckdb'",
    'SET enable_external_access = true',
    'INSTALL httpfs',
    'SET threads = 8',
  ]) {
    await expect(writer.run(statement), statement).rejects.toThrow(/Permission Error|configuration has been locked|disabled/)
  }
  await disconnect()
})

it('is what the installed DuckDB is known to be safe with', async () => {
  const instance = await DuckDBInstance.create(IN_MEMORY)
  const connection = await instance.connect()
  const [[version]] = (await connection.runAndReadAll('SELECT version()')).getRowsJS() as [[string]]
  expect(version.localeCompare('v1.5.6', undefined, { numeric: true }), `${version}: before 1.5.6 a full disk dropped committed rows`).toBeGreaterThanOrEqual(0)
  connection.closeSync()
  instance.closeSync()
})
