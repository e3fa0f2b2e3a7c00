#!/usr/bin/env node
// The command line as a process: little, so that the rest can be kept compiled.
import { keepCompiled } from '../machine/compile-cache.ts';
import { keepHeapSmall } from '../machine/small-heap.ts';

keepCompiled();
// A server that runs for days keeps what makes an edit quick.
if (process.argv[2] !== 'lsp') keepHeapSmall();
await import('./program.ts');
