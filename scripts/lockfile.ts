// node scripts/lockfile.ts: adds the packages of other platforms that `npm install` left out of package-lock.json because
// the registry it asked does not carry them. `npm ci` insists on every one; it installs those of its own platform only.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './steps.ts'

interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
interface Lockfile {
  packages: Record<string, LockedPackage>
}

const FILE = join(ROOT, 'package-lock.json')
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix']
const PROCESSORS = ['arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64', 'arm']

export const readLockfile = (): Lockfile => JSON.parse(readFileSync(FILE, 'utf8'))

/** Entries that optional dependencies name and the lock file lacks, by path. */
export function missingPackages({ packages }: Lockfile): Record<string, LockedPackage> {
  const named = Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) => Object.entries(optionalDependencies).map(([name, version]) => ({ name, version, dev })))
  const missing = named.filter(({ name }) => !(`node_modules/${name}` in packages))
  return Object.fromEntries(missing.map(({ name, version, dev }) => [`node_modules/${name}`, { version, ...(dev && { dev }), optional: true, ...platformOf(name) }]))
}

/** What a platform package's name says it is for. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const parts = name.split('/').at(-1)!.split('-')
  const os = SYSTEMS.filter((system) => parts.includes(system))
  const cpu = PROCESSORS.filter((processor) => parts.includes(processor))
  const libc = parts.some((part) => part.startsWith('musl')) ? ['musl'] : parts.some((part) => part.startsWith('gnu')) ? ['glibc'] : []
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) }
}

if (import.meta.main) {
  const lockfile = readLockfile()
  const packages = Object.entries({ ...lockfile.packages, ...missingPackages(lockfile) }).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(FILE, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(packages) }, null, 2)}\n`)
}
