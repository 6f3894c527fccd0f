import { BLOCK_COLUMNS } from './kernels.ts'
import { addressesOf, blockBins, blockColumns, blockCount, type TreeShape } from './tree-memory.ts'

/** Lays the bins of the chosen columns out in blocks: in a block row after row, so that a row's bins come with one read. */
export function layOutBlocks(buffer: ArrayBufferLike, shape: TreeShape, features: Int32Array): void {
  const addresses = addressesOf(shape)
  const bytes = new Uint8Array(buffer)
  new Int32Array(buffer, addresses.features, shape.drawn).set(features)
  for (let block = 0; block < blockCount(shape); block++) {
    const columns = blockColumns(shape, block)
    for (let column = 0; column < columns; column++) {
      const from = addresses.binned + features[block * BLOCK_COLUMNS + column]! * shape.rows
      for (let row = 0, to = blockBins(addresses, shape, block) + column; row < shape.rows; row++, to += columns) bytes[to] = bytes[from + row]!
    }
  }
}
