#!/usr/bin/env node
import { keepCompiledCode } from './keep-compiled.ts'

// Before the rest is loaded: only what comes after it is kept.
keepCompiledCode()
await import('./cli/main.ts')
