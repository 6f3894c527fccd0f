// npm run build:sdk: packages/sdk/dist, a package of plain JavaScript with types for Node 20, Deno, Bun and browsers. `npm publish packages/sdk/dist` publishes it, `npm install <path>` tries it.
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runSteps } from './steps.ts'

const SDK = join(ROOT, 'packages/sdk')
const DIST = join(SDK, 'dist')

rmSync(DIST, { recursive: true, force: true })
runSteps([{ title: 'JavaScript and types of the SDK', command: ['tsc', '-p', 'packages/sdk/tsconfig.build.json'] }])

// The compiler leaves the endings in declarations as they are, which older compilers refuse.
for (const file of globSync(join(DIST, '**/*.d.ts'))) writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '\.[^']*)\.ts'/g, "$1.js'"))

const { private: _, exports: _1, devDependencies: _2, ...facts } = JSON.parse(readFileSync(join(SDK, 'package.json'), 'utf8'))
const entry = { types: './index.d.ts', default: './index.js' }
writeFileSync(join(DIST, 'package.json'), `${JSON.stringify({ ...facts, engines: { node: '>=20' }, main: entry.default, types: entry.types, exports: { '.': entry } }, undefined, 2)}\n`)
cpSync(join(SDK, 'README.md'), join(DIST, 'README.md'))
cpSync(join(ROOT, 'LICENSE'), join(DIST, 'LICENSE'))
