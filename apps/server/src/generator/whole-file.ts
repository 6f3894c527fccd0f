import { type FileHandle, open, rename, rm } from 'node:fs/promises'

interface WholeFile {
  readonly path: string
  /** The task that writes it: what an interrupted attempt has left is overwritten by the next one. */
  readonly taskId: string
  readonly write: (file: FileHandle) => Promise<void>
  /** Puts the finished file in its place; replaces what is there when absent. */
  readonly put?: (partial: string, path: string) => Promise<void>
}

/** Writes a file beside its place and puts it there in one step, so that nobody ever reads half of it and no link is followed. */
export async function writeWhole({ path, taskId, write, put = rename }: WholeFile): Promise<void> {
  const partial = `${path}.${taskId}.part`
  await rm(partial, { force: true })
  try {
    const file = await open(partial, 'wx')
    await write(file).finally(() => file.close())
    await put(partial, path)
  } finally {
    await rm(partial, { force: true })
  }
}
