#!/usr/bin/env node
import module from 'node:module'

// Node 22 and later keep compiled code between runs: before anything of ours is loaded
module.enableCompileCache?.()
const { main } = await import('../dist/cli.js')

process.exitCode = await main(process.argv.slice(2))
