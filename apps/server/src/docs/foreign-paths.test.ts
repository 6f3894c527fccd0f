import { describe, expect, it } from 'vitest'
import { merge } from './foreign-paths.ts'

const uses = (name: string) => ({ get: { schema: { $ref: `#/components/schemas/${name}` } } })
const own = { paths: { '/api/benchmark/run': uses('Run') }, components: { schemas: { Run: { type: 'object' }, Same: { type: 'string' } } } }

describe('the description of a component elsewhere', () => {
  it('adds its own paths that are not described yet, and nothing of other components', () => {
    const other = {
      paths: { '/api/benchmark/run': uses('Other'), '/api/benchmark/more': uses('More'), '/api/test/more': uses('More'), '/more': {} },
      components: { schemas: { More: { type: 'number' } } },
    }
    const { paths, components } = merge(own, other, ['benchmark'])
    expect(paths).toEqual({ ...own.paths, '/api/benchmark/more': uses('More') })
    expect(components!.schemas).toEqual({ ...own.components.schemas, More: { type: 'number' } })
  })

  it('keeps parts apart that have the same name and differ', () => {
    const other = { paths: { '/api/benchmark/more': { a: uses('Run'), b: uses('Same') } }, components: { schemas: { Run: { type: 'array' }, Same: { type: 'string' } } } }
    const { paths, components } = merge(own, other, ['benchmark'])
    expect(paths['/api/benchmark/more']).toEqual({ a: uses('Run_of_component'), b: uses('Same') })
    expect(components!.schemas).toEqual({ ...own.components.schemas, Run_of_component: { type: 'array' } })
  })
})
