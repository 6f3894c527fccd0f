import type { Configuration, ImportedMeasurement } from './measurement.ts'

/** A file as importers see it. */
export interface ImportFile {
  /** File name or path, for detection and messages. */
  readonly name: string
  readonly text: string
  /** The JSON values the text holds: one, or one per line; none when the text is not JSON. */
  readonly documents: readonly unknown[]
}

/** What an importer makes of a file. */
export interface Reading {
  readonly measurements: readonly ImportedMeasurement[]
  /** Sentences for people about what is doubtful, missing or left out. */
  readonly warnings: readonly string[]
  /** The tool, where one importer reads the files of several. */
  readonly tool?: string
  /** Version of the tool that wrote the file. */
  readonly version?: string
  /** Version of the file's layout. */
  readonly schema?: string
}

/** A tool whose result files can be imported. One file each; shared code reads these facts. */
export interface Importer {
  /** Short name in kebab case: `optimum-benchmark`. */
  readonly id: string
  readonly title: string
  /** The files it reads, as the tool names them or as one gets them. */
  readonly files: readonly string[]
  /** Where the layout is documented. */
  readonly url: string
  /** What is taken from a file, and how, in a sentence or two. */
  readonly takes: string
  /** Whether {@link ImportedMeasurement}s can be written in this format too. */
  readonly writes?: boolean
  /** Whether the file is one of this tool. Never throws. */
  readonly detect: (file: ImportFile) => boolean
  /** Reads a file that {@link Importer.detect} accepts, or that the caller says is one. Throws BenchcastErrors only. */
  readonly read: (file: ImportFile, defaults: Configuration) => Reading
}
