const OWN_FORM = /bck_[0-9A-Za-z]{4,}(_[0-9A-Za-z]*)*/g
/** A shorter text may be an everyday word. */
const TELLTALE = 8
/** Keys of another form than ours, which no pattern finds. */
const known = new Set<string>()

/** From now on {@link hideKeys} knows this key, too. */
export function rememberToHide(key: string): void {
  if (key.length >= TELLTALE) known.add(key)
}

/**
 * A text with every key in it blanked: for logs, problems and the audit log, wherever somebody put one, in an address for example.
 *
 * @example hideKeys('/api/keys/bck_3fTq81Zx_...') // '/api/keys/bck_[hidden]'
 */
export function hideKeys(text: string): string {
  let shown = text.includes('bck_') ? text.replaceAll(OWN_FORM, 'bck_[hidden]') : text
  for (const key of known) if (shown.includes(key)) shown = shown.replaceAll(key, '[hidden key]')
  return shown
}
