/** What drivers and people write around a model name and what says nothing about the model, in the order it is taken out. */
const DECORATION: readonly RegExp[] = [
  /\((?:r|tm)\)|[®™]/g,
  /\s*(?:\bcpu\s*)?@\s*[\d.]+\s*[gm]hz.*$/,
  /\b\d+(?:st|nd|rd|th) gen(?:eration)?\b/g,
  /\b(?:\d+|dual|quad|six|eight|twelve|sixteen)-cores?(?: processor)?\b/g,
  /\bprocessor\b/g,
  /\bwith radeon.*$/,
  /\bcpu\b(?=\s+\S)/g,
]

/** Words of vendors and product lines that people leave out. */
const VENDOR_WORDS: ReadonlySet<string> = new Set(['nvidia', 'geforce', 'tesla', 'amd', 'radeon', 'instinct', 'intel', 'apple', 'qualcomm', 'corporation'])

/** Twice the longest name there is; what a stranger sends beyond it is not read. */
const LONGEST_NAME = 200

/** Lower case, single spaces: names that differ only so are the same name. */
export function plainName(text: string): string {
  return text.slice(0, LONGEST_NAME).trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

/**
 * The words that tell a device from others: `13th Gen Intel(R) Core(TM) i9-13900K` → `core i9 13900k`, `rtx4070ti` → `rtx 4070 ti`.
 * Vendor names, decoration of drivers and punctuation are gone; a plus sign stays, since it is part of a model (`8480+`).
 */
export function deviceWords(text: string): readonly string[] {
  const bare = DECORATION.reduce((name, pattern) => name.replace(pattern, ' '), plainName(text))
  return bare
    .replaceAll(/([a-z]{3,})(\d{3,})/g, '$1 $2')
    .replaceAll(/(\d{3,})(xtx?|ti|super)\b/g, '$1 $2')
    .split(/[^a-z0-9+.]+/)
    .filter((word) => word !== '' && !VENDOR_WORDS.has(word))
}

/** {@link deviceWords} without the spaces, so that `RX7900XTX` and `RX 7900 XTX` are one. Undefined for a single word without a digit: such a name tells nothing. */
export function compactName(text: string): string | undefined {
  const words = deviceWords(text)
  const compact = words.join('')
  return words.length > 1 || /\d/.test(compact) ? compact : undefined
}
