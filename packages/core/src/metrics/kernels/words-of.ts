/** Of a column this short no words are read: the first view of it would cost the engine a buffer, more than its rows. */
const SHORT = 64
const NO_WORDS = new Int32Array(0)

/** The whole words of a column, four rows each; none of a short one. A column that does not begin at a word is copied. */
export function wordsOf(column: Uint8Array): Int32Array {
  if (column.length < SHORT) return NO_WORDS
  const { buffer, byteOffset } = column.byteOffset % 4 === 0 ? column : column.slice()
  return new Int32Array(buffer, byteOffset, column.length >> 2)
}
