import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'

/** Rotary position embedding (Su et al. 2021) of the first `size` places of each head; scaled variants (YaRN, Llama 3) cost the same and differ in the constants only. */
export interface RotaryConfig {
  readonly size: number
  readonly base: number
}

/** Cosines and sines [sequence, 1, size], made once for all layers. */
export interface RotaryTables {
  readonly cosine: Tensor
  readonly sine: Tensor
}

/** Tables of the positions start to end (exclusive). */
export function rotaryTables(b: GraphBuilder, { size, base }: RotaryConfig, start: number, end: number): RotaryTables {
  const half = size / 2
  const frequencies = Array.from({ length: half }, (_, i) => base ** (-i / half))
  const positions = b.reshape(b.cast(b.range(start, end), 'float32'), [end - start, 1, 1])
  const angles = b.mul(positions, b.constant(frequencies, 'float32'))
  const both = b.concat([angles, angles], -1)
  return { cosine: b.cast(b.unary('Cos', both), b.type), sine: b.cast(b.unary('Sin', both), b.type) }
}

/** Turns x [batch, sequence, heads, head size] by its positions: x cos + (-second half, first half) sin. */
export function rotate(b: GraphBuilder, x: Tensor, { cosine, sine }: RotaryTables): Tensor {
  const headSize = x.shape.at(-1)!
  const size = cosine.shape.at(-1)!
  return b.fusible('rotary', () => {
    const [turned, rest] = size < headSize ? b.split(x, [size, headSize - size], -1) : [x]
    const [first, second] = b.split(turned!, [size / 2, size / 2], -1)
    const crossed = b.concat([b.unary('Neg', second!), first!], -1)
    const result = b.add(b.mul(turned!, cosine), b.mul(crossed, sine))
    return rest === undefined ? result : b.concat([result, rest], -1)
  })
}
