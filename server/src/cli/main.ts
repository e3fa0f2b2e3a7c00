#!/usr/bin/env node
// The command line as a process: little, so that the rest can be kept compiled.
import { keepCompiled } from '../machine/compile-cache.ts';
import { knowOwnFiles } from '../machine/own-files.ts';

keepCompiled();
knowOwnFiles();
await import('./program.ts');
