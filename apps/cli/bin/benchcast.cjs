#!/usr/bin/env node
// Plain CommonJS in old syntax, so that an old Node reads it and can say what is wrong.
var found = process.versions.node.split('.').map(Number)
if (found[0] < 22 || (found[0] === 22 && found[1] < 18)) {
  console.error(
    'benchcast needs Node 22.18 or newer and was started by Node ' +
      process.versions.node +
      ": run it through npm in the checkout ('npm start'), or put node_modules/.bin of the checkout first in PATH: Node 24 is there.",
  )
  process.exit(78)
}
// DuckDB queries hold threads of libuv's pool; with the default 4, file reads wait behind them. Read once, at the pool's first use.
process.env.UV_THREADPOOL_SIZE = process.env.UV_THREADPOOL_SIZE || '16'
// The sources are TypeScript; keeping what was compiled of them saves a third of the start. In the checkout, not in a folder others can write to.
require('node:module').enableCompileCache(require('node:path').join(__dirname, '../../../node_modules/.cache/benchcast'))
void import('../src/main.ts')
