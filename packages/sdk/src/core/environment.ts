/** What differs between Node, Deno, Bun and browsers. */
interface Runtime {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> }
}

/** A variable of the environment; undefined where there is none (browsers) or where reading it is not allowed (Deno). */
export function environment(name: string): string | undefined {
  try {
    return (globalThis as Runtime).process?.env?.[name]?.trim() || undefined
  } catch {
    return undefined
  }
}
