#!/usr/bin/env node
// The entrance is JavaScript: Node loads what reads TypeScript, a tenth of a second, only where something is not compiled yet.
import { keepCompiledCode } from './keep-compiled.js'

// Before the rest is loaded: only what comes after it is kept.
keepCompiledCode()
await import('./cli/main.ts')
