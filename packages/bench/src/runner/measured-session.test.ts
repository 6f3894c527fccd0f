import { describe, expect, it } from 'vitest'
import { smallestOf } from './measured-session.ts'

describe('The output that a timed run hands over', () => {
  it.each([
    [
      [
        { name: 'states', shape: [1, 128, 384] },
        { name: 'pooled', shape: [1, 384] },
      ],
      'pooled',
    ],
    [
      [
        { name: 'open', shape: [-1, 1] },
        { name: 'logits', shape: [8, 1000] },
      ],
      'logits',
    ],
    [[{ name: 'list' }, { name: 'count', shape: [] }], 'count'],
    [[{ name: 'open', shape: [-1, 2] }, { name: 'list' }], 'open'],
  ])('of %j is %s', (outputs, smallest) => expect(smallestOf(outputs)).toBe(smallest))
})
