import { BLOCK_COLUMNS, FOUND_BYTES, PAIR_BYTES } from './kernels.ts'

/** What the size of everything follows from. */
export interface TreeShape {
  readonly rows: number
  /** Columns of the matrix. */
  readonly columns: number
  /** Columns that one tree sees. */
  readonly drawn: number
  /** Leaves that keep a histogram at the same time, at most. */
  readonly histograms: number
  /** Threads that may search, this one included. */
  readonly threads: number
}

/** Numbers of the task that threads work on, and of one block's answer for one leaf (see split-task.ts). */
const TASK_NUMBERS = 16
export const ANSWER_NUMBERS = 16
/** Scans whose finds a thread keeps at the same time. */
const FINDS = 2

export const blockCount = ({ drawn }: TreeShape): number => Math.ceil(drawn / BLOCK_COLUMNS)

/** Where everything lies in the flat memory of a training: byte addresses. */
export type TreeAddresses = ReturnType<typeof addressesOf>

export function addressesOf(shape: TreeShape) {
  const { rows, columns, drawn, histograms, threads } = shape
  const histogramBytes = Math.ceil(drawn / 2) * PAIR_BYTES
  let end = 0
  const take = (bytes: number): number => {
    const at = end
    end = Math.ceil((at + bytes) / 64) * 64
    return at
  }
  return {
    histogramBytes,
    /** Numbers by which threads agree (see block-team.ts). */
    control: take(64),
    task: take(TASK_NUMBERS * 8),
    answers: take(blockCount(shape) * 2 * ANSWER_NUMBERS * 8),
    /** FINDS finds of scanPair a thread. */
    finds: take(threads * FINDS * FOUND_BYTES),
    /** 1 for each bin that goes left. */
    isLeft: take(256),
    /** Which columns the tree sees. */
    features: take(drawn * 4),
    /** Bins of all columns, column after column. */
    binned: take(rows * columns),
    /** Bins of the columns the tree sees, block after block, in a block row after row. */
    blocks: take(rows * drawn),
    /** By row: slopes times weights, packed weights, and both packed (see packed-sums.ts). */
    slopes: take(rows * 8),
    packedWeights: take(rows * 8),
    packed: take(rows * 8),
    /** The rows of a tree, in the order of its leaves, and room to move them. */
    rows: take(rows * 4),
    moved: take(rows * 4),
    histograms: take(histograms * histogramBytes),
    bytes: end,
  }
}

/** The finds of one thread. */
export const findsOf = ({ finds }: TreeAddresses, thread: number): readonly [number, number] => [finds + thread * FINDS * FOUND_BYTES, finds + (thread * FINDS + 1) * FOUND_BYTES]

/** Address of a block's columns in the region `blocks`. */
export const blockBins = ({ blocks }: TreeAddresses, { rows }: TreeShape, block: number): number => blocks + block * BLOCK_COLUMNS * rows

/** Columns of a block: the last one may have fewer. */
export const blockColumns = ({ drawn }: TreeShape, block: number): number => Math.min(BLOCK_COLUMNS, drawn - block * BLOCK_COLUMNS)

/** Address of a block's part of a histogram. */
export const blockHistogram = ({ histograms, histogramBytes }: TreeAddresses, histogram: number, block: number): number =>
  histograms + histogram * histogramBytes + block * (BLOCK_COLUMNS / 2) * PAIR_BYTES
