/**
 * Compact letter display: two models share a letter exactly when they are not significantly different. `order` lists the models best first;
 * letters run a, b, … z, aa (parted by spaces when there are that many) and the best model has an a. Insert-and-absorb algorithm of H.-P. Piepho, 2004.
 *
 * @example tieLetters(['x', 'y', 'z'], (a, b) => a === 'x' && b === 'z') // x: 'a', y: 'ab', z: 'b'
 */
export function tieLetters(order: readonly string[], significant: (a: string, b: string) => boolean): Map<string, string> {
  let columns: number[][] = [order.map((_, i) => i)]
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) if (significant(order[i]!, order[j]!)) columns = separate(columns, i, j)
  }
  columns.sort(compareMembers)
  const separator = columns.length > 26 ? ' ' : ''
  return new Map(order.map((model, i) => [model, columns.flatMap((members, letter) => (members.includes(i) ? [letterAt(letter)] : [])).join(separator)]))
}

/** Splits each column that holds both models, then drops columns that lie within another. */
function separate(columns: readonly number[][], a: number, b: number): number[][] {
  const split = columns.filter((column) => column.includes(a) && column.includes(b))
  const kept = columns.filter((column) => !split.includes(column))
  const halves = [a, b].flatMap((gone) => split.map((column) => column.filter((member) => member !== gone)))
  const absorbed = halves.filter((half, i) => !kept.some((other) => contains(other, half)) && !halves.some((other, j) => i !== j && contains(other, half) && (other.length > half.length || j < i)))
  return [...kept, ...absorbed]
}

const contains = (column: readonly number[], part: readonly number[]) => part.every((member) => column.includes(member))

function compareMembers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((member, i) => member !== b[i])
  return at === -1 ? a.length - b.length : a[at]! - (b[at] ?? -1)
}

/** 0 → a, 25 → z, 26 → aa. */
function letterAt(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last
}
