import type { Shape } from '../graph.ts'
import { refuse, shown } from './operator.ts'

/**
 * The shape two shapes broadcast to: dimensions are aligned at the end, and 1 stretches (ONNX multidirectional broadcasting).
 *
 * @example broadcast([8, 1, 5], [4, 1], 'Add') // [8, 4, 5]
 */
export function broadcast(a: Shape, b: Shape, operator: string): Shape {
  const rank = Math.max(a.length, b.length)
  const shape = new Array<number>(rank)
  for (let i = 1; i <= rank; i++) {
    const x = i <= a.length ? a[a.length - i]! : 1
    const y = i <= b.length ? b[b.length - i]! : 1
    if (x !== y && x !== 1 && y !== 1) refuse(operator, `${shown(a)} and ${shown(b)} do not broadcast`)
    shape[rank - i] = x === 1 ? y : x
  }
  return shape
}
