/** Work that is done in a thread, by name: plain data in, plain data out. */
export const THREAD_FUNCTIONS: Readonly<Record<string, (input: never, progress: (fraction: number, message: string) => void) => unknown>> = {}
