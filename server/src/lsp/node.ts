// The language server as a process of its own: little, so that the rest can be kept compiled.
import { keepCompiled, keepCompiledSoon } from '../machine/compile-cache.ts';
import { knowOwnFiles } from '../machine/own-files.ts';

keepCompiled();
knowOwnFiles();
await import('./process.ts');
keepCompiledSoon();
