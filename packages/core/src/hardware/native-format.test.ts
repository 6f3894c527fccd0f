import { expect, it } from 'vitest'
import { deviceNamed, formatNote } from './index.ts'

const note = (device: string, precision: string) => formatNote(precision, deviceNamed(device).device)

it.each([
  ['V100', 'bf16'],
  ['T4', 'bf16'],
  ['GTX 1080 Ti', 'bf16'],
  ['V100', 'int4'],
  ['GTX 1080 Ti', 'int4'],
  ['H100', 'int4'],
  ['A100', 'fp8'],
  ['MI300X', 'int4'],
])('%s does not compute %s itself', (device, precision) => expect(note(device, precision)).toMatch(new RegExp(`has no native ${precision}: it is stored so and computed in another format\\.$`)))

it.each([
  ['A100', 'bf16'],
  ['H100', 'fp8'],
  ['T4', 'int8'],
  ['V100', 'fp16'],
  ['V100', 'fp32'],
  ['MI300X', 'bf16'],
  ['T4', 'w8a16'],
])('%s computes %s itself', (device, precision) => expect(note(device, precision)).toBeUndefined())

it('units for 4 bits are of no use to models whose weights alone have 4', () => expect(note('T4', 'int4')).toContain('computes with them in half precision'))
