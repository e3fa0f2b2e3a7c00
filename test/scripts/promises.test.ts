import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { unheardPromises } from '../../scripts/promises.ts';

const folder = mkdtempSync(join(tmpdir(), 'lync-federation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GIVEN = `
interface Peer { ask(): Promise<number>; refresh(): Thenable<void> }
interface Thenable<T> { then(taken: (value: T) => void): Thenable<T> }
declare const peer: Peer;
declare const around: { readonly peer: Peer };
declare function defer(run: () => void): void;
declare function attempt(run: () => unknown): void;
declare function later(run: () => void | Promise<void>): void;
declare function onChange(listener: (text: string) => any): void;
declare function ask(listener: (text: string) => any): void;
`;

/** The lines of a program about which something is said. */
function unheardIn(lines: readonly string[]): readonly string[] {
  const file = join(folder, 'program.ts');
  writeFileSync(file, `${GIVEN}export async function f() {\n${lines.join('\n')}\n}\n`);
  const program = ts.createProgram([file], { strict: true, target: ts.ScriptTarget.ES2023, types: [] });
  const first = GIVEN.split('\n').length + 1;
  return unheardPromises(program, (one) => one === file).map(({ line }) => lines[line - first] ?? `line ${line}`);
}

it('tells of promises that nobody hears', () => {
  const unheard = [
    'peer.ask();',
    'void peer.ask();',
    'peer.refresh();',
    'peer.ask().then(() => 1);',
    'peer && peer.ask();',
    'peer ? peer.ask() : 1;',
    '{ const { peer } = around; peer.ask(); }',
    'defer(() => peer.ask());',
    'defer(async () => { await peer.ask(); });',
    'defer(f);',
    'onChange(async () => { await peer.ask(); });',
    '[peer].forEach(async (one) => { await one.ask(); });',
  ];
  expect(unheardIn(unheard)).toEqual(unheard);
});

it('and of none that somebody does', () => {
  expect(
    unheardIn([
      'await peer.ask();',
      'const kept = peer.ask();',
      'let set; set = peer.ask();',
      'peer.ask().catch(() => 1);',
      'peer.ask().then(() => 1).catch(() => 1);',
      'attempt(() => peer.ask());',
      'later(async () => { await peer.ask(); });',
      'defer(() => { attempt(() => peer.ask()); });',
      'onChange(() => attempt(() => peer.ask()));',
      'ask(async () => 1);',
      'if (peer) return peer.ask();',
      'void 0;',
    ]),
  ).toEqual([]);
});
