import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { checkedImageSize, pixels } from './image.ts'

/** VGG. Simonyan and Zisserman 2014. */
export interface VggConfig {
  /** Convolutions of each of the five stages. */
  readonly depths: readonly number[]
  readonly batchNorm: boolean
  readonly classes: number
}

const WIDTHS = [64, 128, 256, 512, 512]
const GRID = 7

/** Graph of a VGG network: an image [batch, 3, side, side] to scores [batch, classes]. Images of another size than 224 are pooled to the 7 x 7 grid of the classifier. */
export const vgg: ModelBuilder<VggConfig> = {
  id: 'vgg',
  title: 'VGG network',
  input: 'image',
  defaultSize: 224,
  generates: false,
  build: ({ depths, batchNorm, classes }, size) => {
    const image = checkedImageSize(size, 224)
    const b = new GraphBuilder('vgg', image.precision)
    let x = pixels(b, image)
    depths.forEach((depth, stage) => {
      for (let i = 0; i < depth; i++) {
        const name = `stage.${stage}.conv${i}`
        const convolved = () => b.conv(x, name, { channels: WIDTHS[stage] ?? 512, kernel: 3, padding: 1 })
        x = b.relu(batchNorm ? b.fusible('convolution', () => b.batchNorm(convolved(), `${name}_norm`)) : convolved())
      }
      x = b.maxPool(x, { kernel: 2, stride: 2 })
    })
    const grid = onGrid(b, x)
    const flat = b.reshape(grid, [image.batch, grid.shape[1]! * GRID * GRID])
    const hidden = b.relu(b.linear(b.relu(b.linear(flat, 'hidden1', 4096)), 'hidden2', 4096))
    b.output(b.linear(hidden, 'classifier', classes))
    return b.build()
  },
}

function onGrid(b: GraphBuilder, x: Tensor): Tensor {
  const side = x.shape[2]!
  if (side === GRID) return x
  if (side < GRID) return b.resize(x, [x.shape[0]!, x.shape[1]!, GRID, GRID])
  const stride = Math.floor(side / GRID)
  return b.averagePool(x, { kernel: side - (GRID - 1) * stride, stride })
}
