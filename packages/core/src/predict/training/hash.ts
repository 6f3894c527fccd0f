/**
 * FNV-1a over the UTF-16 units of a text, 32 bits (Fowler, Noll and Vo). To tell rows apart, not to keep secrets.
 *
 * @example hashOf('') // 2166136261
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** One hash of a set of 32-bit hashes, in hexadecimal; their order does not matter. */
export const hashOfAll = (hashes: Iterable<number>): string => hashOf(Uint32Array.from(hashes).sort().join()).toString(16).padStart(8, '0')

/** 32-bit numbers as base64, little-endian. */
export function packHashes(hashes: Iterable<number>): string {
  let text = ''
  for (const hash of Uint32Array.from(hashes).sort()) for (let shift = 0; shift < 32; shift += 8) text += String.fromCharCode((hash >>> shift) & 255)
  return btoa(text)
}

/** What {@link packHashes} packed. Throws when the text is no base64. */
export function unpackHashes(packed: string): ReadonlySet<number> {
  const text = atob(packed)
  const hashes = new Set<number>()
  for (let at = 0; at + 4 <= text.length; at += 4) hashes.add([0, 1, 2, 3].reduce((hash, byte) => (hash | (text.charCodeAt(at + byte) << (8 * byte))) >>> 0, 0))
  return hashes
}
