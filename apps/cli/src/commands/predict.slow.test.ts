import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { predictCommand } from './predict.ts'

const folder = mkdtempSync(join(tmpdir(), 'benchcast-predict-'))
const [features, measured, out] = ['features.csv', 'measured.csv', 'predictions.csv'].map((name) => join(folder, name)) as [string, string, string]

const COLUMNS = 'row_id,model_name,hardware_platform,device,framework,precision,mode,batch_size,sequence_length_or_image_size,params_m,gmacs,macts_m,unit,phase'
const ROWS = [
  'a,resnet50,cuda,NVIDIA GeForce RTX 4090,pytorch-2.4.0+cu124,fp16,inference,256,224,25.56,4.11,11.11,sample,forward',
  'b,resnet50,cuda,NVIDIA GeForce RTX 5090,pytorch-2.4.0+cu124,fp16,inference,256,224,25.56,4.11,11.11,sample,forward',
  'c,nobody_knows_net,cuda,Quantum Toaster 9000,,,,,,,,,,',
  'd,resnet50,abacus,NVIDIA GeForce RTX 4090,,,,,,,,,,',
]

afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function predict(...args: readonly string[]): Promise<{ readonly warnings: string; readonly rows: Map<string, readonly number[]> }> {
  const err = vi.spyOn(console, 'error').mockImplementation(() => {})
  const program = new Command('benchcast').exitOverride()
  predictCommand(program)
  await program.parseAsync(['predict', '--out', out, ...args], { from: 'user' })
  const [header, ...lines] = readFileSync(out, 'utf8').trim().split('\n')
  expect(header).toBe('row_id,predicted,lower,upper')
  const cells = lines.map((line) => line.split(','))
  return { warnings: err.mock.calls.flat().join('\n'), rows: new Map(cells.map(([id, ...numbers]) => [id!, numbers.filter((text) => text !== '').map(Number)])) }
}

describe('benchcast predict', () => {
  it('answers every row it can with an interval, and says what is wrong with the others', async () => {
    writeFileSync(features, [COLUMNS, ...ROWS].join('\n'))
    const { rows, warnings } = await predict('--csv', features)
    const [predicted, lower, upper] = rows.get('a')!
    expect(lower!).toBeLessThan(predicted!)
    expect(upper!).toBeGreaterThan(predicted!)
    expect(predicted!).toBeGreaterThan(1500)
    expect(predicted!).toBeLessThan(12_000)
    expect(rows.get('b')![0]! / predicted!).toBeGreaterThan(1)
    expect(rows.get('c')![2]! / rows.get('c')![1]!).toBeGreaterThan(10)
    expect(rows.get('d')).toEqual([])
    expect(warnings).toContain("Device 'Quantum Toaster 9000' is not known for cuda")
    expect(warnings).toContain('hardware_platform is "abacus"')
    expect(warnings).not.toContain('no measurement has')
  })

  it('warns once of a word that no measurement has, with the nearest', async () => {
    writeFileSync(features, [COLUMNS, ...ROWS.slice(0, 2).map((row) => row.replace('pytorch', 'pytroch').replace('forward', 'froward'))].join('\n'))
    const { warnings } = await predict('--csv', features)
    expect(warnings.split('\n')).toEqual([
      'Warning: framework is "pytroch-2.4.0+cu124", which no measurement has (the nearest is "pytorch"); predicted as an unknown one: row a, row b.',
      'Warning: phase is "froward", which no measurement has (the nearest is "forward"); predicted as an unknown one: row a, row b.',
    ])
  })

  it('moves towards measurements it is given', async () => {
    writeFileSync(features, [COLUMNS, ROWS[1]].join('\n'))
    writeFileSync(measured, [`${COLUMNS},throughput_samples_per_s`, `${ROWS[1]!.replace('b,', 'm,')},9000`].join('\n'))
    const { rows } = await predict('--csv', features, '--calibrate', measured)
    expect(Math.abs(Math.log(rows.get('b')![0]! / 9000))).toBeLessThan(0.05)
  })

  it('writes what it could not predict and ends with an error when that is every row', async () => {
    writeFileSync(features, [COLUMNS, ',,,,,,,,,,,,,', ROWS[3]].join('\n'))
    await expect(predict('--csv', features)).rejects.toMatchObject({ exitCode: 1, message: `None of the 2 rows of ${features} could be predicted: the warnings say why.` })
    expect(readFileSync(out, 'utf8')).toBe('row_id,predicted,lower,upper\n1,,,\nd,,,\n')
  })

  it.each([
    ['an empty file', '', 'has no rows: give one for each configuration'],
    ['a header alone', COLUMNS, 'has no rows: give one for each configuration'],
    ['other columns', 'a,b\n1,2\n', 'has no column hardware_platform and no column model_name: it has a, b.'],
  ])('refuses %s in a sentence', async (_what, text, message) => {
    writeFileSync(features, text)
    await expect(predict('--csv', features)).rejects.toMatchObject({ code: 'invalid_data', message: expect.stringContaining(`${features} ${message}`) })
  })

  it('reads what spreadsheets and shells write: semicolons, tabs, UTF-16; and refuses what it cannot decode, and a column given twice', async () => {
    const text = [COLUMNS, ROWS[0]!.replace('a,resnet50', '"a b",resnet50')].join('\r\n')
    const expected = [expect.any(Number), expect.any(Number), expect.any(Number)]
    for (const separator of [';', '\t']) {
      writeFileSync(features, text.replaceAll(',', separator))
      expect((await predict('--csv', features)).rows.get('a b')).toEqual(expected)
    }
    writeFileSync(features, `\uFEFF${text}`, 'utf16le')
    expect((await predict('--csv', features)).rows.get('a b')).toEqual(expected)
    writeFileSync(features, text, 'utf16le')
    await expect(predict('--csv', features)).rejects.toMatchObject({ code: 'invalid_data', message: `${features}: The text is not UTF-8 (it looks like UTF-16): save it as CSV in UTF-8.` })
    writeFileSync(features, text.replace('macts_m', 'gmacs'))
    await expect(predict('--csv', features)).rejects.toMatchObject({ code: 'invalid_data', message: `${features}: The header line names the column gmacs more than once: keep one of them.` })
  })

  it('refuses a model beside a file, and a file it cannot write before it works', async () => {
    writeFileSync(features, [COLUMNS, ROWS[0]].join('\n'))
    await expect(predict('resnet50', '--csv', features)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(`'resnet50' and the file ${features} are both given`) })
    const lost = join(folder, 'nowhere', 'x.csv')
    await expect(predict('--csv', features, '--out', lost)).rejects.toThrow('Give a file in a folder that exists')
    expect((await predict('--csv', features, '--precision', 'int8')).warnings).toContain('--precision is not looked at')
  })

  it('prints JSON with --json or --format json, and nothing with -q', async () => {
    writeFileSync(features, [COLUMNS, ROWS[0], ROWS[3]].join('\n'))
    const printed = async (...flags: readonly string[]): Promise<string> => {
      const [out, err] = [vi.spyOn(process.stdout, 'write').mockReturnValue(true), vi.spyOn(console, 'error').mockImplementation(() => {})]
      const program = new Command('benchcast').exitOverride()
      predictCommand(program)
      await program.parseAsync(['predict', '--csv', features, ...flags], { from: 'user' })
      const text = out.mock.calls.flat().join('')
      if (flags.includes('-q')) expect(err).not.toHaveBeenCalled()
      vi.restoreAllMocks()
      return text
    }
    for (const flags of [['--json'], ['--format', 'json']])
      expect(JSON.parse(await printed(...flags))).toEqual([
        { row_id: 'a', predicted: expect.any(Number), lower: expect.any(Number), upper: expect.any(Number) },
        { row_id: 'd', predicted: null, lower: null, upper: null },
      ])
    expect(await printed()).toMatch(/^row_id,predicted,lower,upper\na,/)
    expect([await printed('-q'), await printed('-q', '--out', out)]).toEqual(['', ''])
  })

  it('refuses a call without rows in a sentence', async () => {
    await expect(predict()).rejects.toThrow('There is nothing to predict')
  })
})
