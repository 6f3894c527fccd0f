import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../../server/src/testing/spawn-server.ts'
import { runBenchcast } from '../testing/run-benchcast.ts'

/** A benchmark database with one result that can be used and one that cannot. */
async function makeDatabase(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE models (model_id INTEGER, model_name VARCHAR, model_family VARCHAR);
    CREATE TABLE hardware_platforms (hardware_id INTEGER, hardware_type VARCHAR, device_name VARCHAR);
    CREATE TABLE performance_results (result_id INTEGER, model_id INTEGER, hardware_id INTEGER, batch_size INTEGER, precision VARCHAR, throughput_items_per_second DOUBLE, average_latency_ms DOUBLE, memory_peak_mb DOUBLE);
    INSERT INTO models VALUES (1, 'bert-base-uncased', 'embedding');
    INSERT INTO hardware_platforms VALUES (1, 'cuda', 'NVIDIA A100 80GB SXM'), (2, 'abacus', NULL);
    INSERT INTO performance_results VALUES (1, 1, 1, 8, 'fp16', 1234.5, 6.5, 1000), (2, 1, 2, 8, 'fp32', 1, 1, 1)`)
  connection.closeSync()
  instance.closeSync()
}

describe('benchcast bridge', () => {
  it('writes a configuration, records each result once, and reports', async () => {
    await inFolder(async (folder) => {
      const bridge = (...args: string[]) => runBenchcast(['bridge', ...args], { cwd: folder })
      expect(await bridge('--create-config')).toMatchObject({ code: 0, stdout: 'bridge.json\n' })
      expect(JSON.parse(await readFile(join(folder, 'bridge.json'), 'utf8'))).toMatchObject({ api_url: 'http://localhost:8080', days: 30, limit: 100 })
      await makeDatabase(join(folder, 'bench.duckdb'))
      const sync = ['--sync', '--benchmark-db', 'bench.duckdb', '--db', 'own.duckdb', '--log-file', 'bridge.log', '--json']
      expect(JSON.parse((await bridge(...sync)).stdout)).toMatchObject({ recorded: 1, known: 0, refused: [expect.stringContaining('abacus')] })
      expect(JSON.parse((await bridge(...sync)).stdout)).toMatchObject({ recorded: 0, known: 1 })
      expect(await readFile(join(folder, 'bridge.log'), 'utf8')).toMatch(/Z 1 results of bench\.duckdb recorded[\s\S]*Z 0 results/)
      expect((await bridge('--report', '--db', 'own.duckdb', '--output', 'report.json')).stdout).toContain('No prediction has been measured yet')
      for (const flags of [
        ['--report', '--db', 'own.duckdb', '--output'],
        [...sync, '--log-file'],
        ['--create-config', '--config'],
      ])
        expect(await bridge(...flags, 'nowhere/file')).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(/^benchcast: nowhere\/file cannot be written: .*ENOENT.*\. Give a file in a folder that exists and that you may write to\.\s*$/),
        })
      expect(await bridge('--report', '--db', 'own.duckdb', '--output', '.')).toMatchObject({ code: 1, stderr: expect.stringContaining('. cannot be written: EISDIR') })
      expect(await bridge('--sync', '--benchmark-db', 'none.duckdb')).toMatchObject({ code: 5 })
      expect(await bridge('--sync', '--report')).toMatchObject({ code: 2 })
    })
  }, 170_000)
})
