import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Program } from './program.ts';

/** What is compared with, in the versions of the table in docs/performance.md. None of it is a dependency of the project. */
const PACKAGES = { 'yaml-language-server': '2.0.0', 'vscode-langservers-extracted': '4.10.0' };
const FOLDER = resolve('node_modules/.cache/bench-peers');
const SCHEMA = resolve('schemas/federation.draft-07.schema.json');

/** The servers of others, with our schema; installed when they are asked for first. */
export function peers(): Readonly<Record<string, Program>> {
  install();
  const schema = pathToFileURL(SCHEMA).href;
  const noWait = ['--import', pathToFileURL(resolve('test/bench/no-wait.mjs')).href];
  const bin = (path: string) => join(FOLDER, 'node_modules', path);
  return {
    yaml: {
      command: [process.execPath, ...noWait, bin('yaml-language-server/bin/yaml-language-server'), '--stdio'],
      environment: { WAIT: '200' },
      language: 'yaml',
      settings: {
        yaml: { validate: true, hover: true, completion: true, schemas: { [schema]: '*.yaml' }, ...OFFLINE },
      },
    },
    // It waits half a second before it publishes, but not before it answers, and so it is asked.
    json: {
      command: [process.execPath, bin('vscode-langservers-extracted/bin/vscode-json-language-server'), '--stdio'],
      language: 'jsonc',
      settings: {
        json: {
          validate: { enable: true },
          schemas: [{ fileMatch: ['*.json'], url: schema, schema: JSON.parse(readFileSync(SCHEMA, 'utf8')) }],
        },
      },
    },
  };
}

const OFFLINE = { schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } };

function install(): void {
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES });
  const file = join(FOLDER, 'package.json');
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  mkdirSync(FOLDER, { recursive: true });
  const packages = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  writeFileSync(file, '{ "private": true }');
  const flags = ['--save-exact', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...flags, ...packages], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(file, wanted);
}
