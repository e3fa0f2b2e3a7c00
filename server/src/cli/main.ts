#!/usr/bin/env node
// The command line as a process: little, so that the rest can be kept compiled.
import { keepCompiled } from '../machine/compile-cache.ts';

keepCompiled();
await import('./program.ts');
