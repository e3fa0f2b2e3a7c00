// `node test/soak/server.ts --minutes 60 [--seed 1]` works with the built server as two restless editors do, and prints each minute what
// it holds after a garbage collection, what went wrong, and how often its diagnostics were not those of a fresh analysis. It ends with 1
// where something went wrong, or where memory grows: by more than a tenth from the fifth minute on.
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { analyze } from '../../server/src/analyze.ts';
import { powerShell } from '../../server/src/grammar/node.ts';
import { today } from '../../server/src/machine/clock.ts';
import { generator } from '../bench/spec.ts';
import { Editor, type Memory } from './editor.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
const random = generator(Number(values.seed));
const pick = <T>(list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};
const chance = (share: number) => random() < share;
const below = (most: number) => Math.floor(random() * most);

const readScript = await powerShell('dist');
const specs = globSync(['examples/*.lync.yaml', 'test/fixtures/*/*.lync.yaml', 'test/field/*.lync.yaml'])
  .toSorted()
  .map((file) => readFileSync(file, 'utf8'))
  .filter((text) => text.length > 400);

const ASKED = [
  ...['hover', 'completion', 'definition', 'references', 'documentHighlight', 'signatureHelp', 'prepareRename'],
  ...['linkedEditingRange', 'prepareCallHierarchy', 'onTypeFormatting', 'selectionRange', 'rename'],
  ...['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'formatting', 'semanticTokens/full'],
  ...['codeAction', 'inlayHint', 'semanticTokens/range', 'rangeFormatting'],
];
const TYPED = ['a', ' ', ':', '\n', '- ', '"', '\n  - x', '#', '{', '😀', "'", '&a ', '*a'];
/** Documents that are open at a time, and the characters past which one is begun anew. */
const OPEN = 10;
const LONGEST = 8000;
const FILES = 6;
/** What lies beside a document, the server looks at and we do not. */
const BESIDE = 'certificate-file-unusable';
const DAYS = ['2012-06-01', '2014-05-01', '2019-03-22'];

const folder = mkdtempSync(join(tmpdir(), 'lync-federation-soak-'));
const uriIn = (name: string) => pathToFileURL(join(folder, name)).href;
for (let i = 0; i < FILES; i++) writeFileSync(join(folder, `${i}.lync.yaml`), pick(specs));

const editors = [new Editor('told'), new Editor('asking')];
const counts = { edits: 0, requests: 0, checked: 0, stale: 0, opened: 0 };
const memories = new Map<Editor, Memory[]>(editors.map((editor) => [editor, []]));
let asOf: string = today();

process.stdout.write(`node ${process.version}, seed ${values.seed}, ${minutes} minutes\n`);
for (const editor of editors) await editor.start(pathToFileURL(folder).href);
const begun = Date.now();
for (let minute = 1; minute <= minutes; minute++) {
  while (Date.now() < begun + minute * 60_000) for (const editor of editors) await work(editor);
  await report(minute);
}
for (const editor of editors) await editor.stop();
rmSync(folder, { recursive: true });
process.exitCode = verdict() ? 0 : 1;

/** What somebody does in a moment. */
async function work(editor: Editor): Promise<void> {
  await sleep(15);
  const uri = await document(editor);
  for (let keys = 1 + below(6); keys > 0; keys--) await type(editor, uri);
  const asked = Array.from({ length: 1 + below(4) }, () => question(editor, uri));
  if (chance(0.02)) asked.push(editor.ask('workspace/symbol', { query: pick(['', 'a', 'contoso']) }));
  if (chance(0.02)) asked.push(editor.ask('lyncFederation/plan', { textDocument: { uri } }));
  counts.requests += asked.length;
  await Promise.all(asked);
  if (chance(0.1)) await check(editor, uri);
  if (chance(0.02)) await onDisk();
  if (chance(0.005)) await otherDay();
}

/** One of the open documents; now and then one is closed, and another opened: a new one, or a file of the folder. */
async function document(editor: Editor): Promise<string> {
  const open = [...editor.documents.keys()];
  if (open.length >= OPEN && !chance(0.03)) return pick(open);
  if (open.length >= OPEN) await editor.close(pick(open));
  counts.opened++;
  const file = uriIn(`${below(FILES)}.lync.yaml`);
  const uri = chance(0.3) && !editor.documents.has(file) ? file : `file:///elsewhere/${counts.opened}.lync.yaml`;
  await editor.open(uri, pick(specs));
  return uri;
}

async function type(editor: Editor, uri: string): Promise<void> {
  const text = editor.documents.get(uri)?.getText() ?? '';
  counts.edits++;
  if (text.length > LONGEST || chance(0.02)) return editor.change(uri, [{ text: pick(specs) }]);
  const lines = text.split('\n');
  const line = below(lines.length);
  const length = lines[line]?.length ?? 0;
  const character = below(length + 1);
  const end = chance(0.3) ? Math.min(length, character + below(5)) : character;
  const typed = chance(0.3) ? '' : chance(0.1) ? `${pick(pick(specs).split('\n'))}\n` : pick(TYPED);
  const range = { start: { line, character }, end: { line, character: end } };
  return editor.change(uri, [{ range, text: typed }]);
}

function question(editor: Editor, uri: string): Promise<unknown> {
  const lines = editor.documents.get(uri)?.lineCount ?? 1;
  const position = { line: below(lines), character: below(40) };
  return editor.ask(`textDocument/${pick(ASKED)}`, {
    textDocument: { uri },
    position,
    positions: [position],
    range: { start: position, end: { line: lines, character: 0 } },
    newName: 'x',
    ch: '\n',
    context: { diagnostics: [], includeDeclaration: true },
    options: { tabSize: 2, insertSpaces: true },
  });
}

/** Holds what the server says against a fresh analysis of the same text. */
async function check(editor: Editor, uri: string): Promise<void> {
  counts.checked++;
  const text = editor.documents.get(uri)?.getText() ?? '';
  const { problems, lines } = analyze(text, { asOf, readScript });
  const found = problems.map(({ rule, at }) => {
    const [start, end] = [lines.position(at.start), lines.position(at.end)];
    return [rule, start.line, start.column, end.line, end.column].join(' ');
  });
  // Who is told is told once more when a setting has changed.
  let said: string[] = [];
  for (const patience of editor.manner === 'told' ? [0, 500, 3000, 20_000] : [0]) {
    await sleep(patience);
    said = (await editor.diagnostics(uri))
      .filter(({ code }) => code !== BESIDE)
      .map(({ code, range: { start, end } }) => [code, start.line, start.character, end.line, end.character].join(' '));
    if (said.toSorted().join('\n') === found.toSorted().join('\n')) return;
  }
  counts.stale++;
  editor.note(`stale: not ${found.join(', ')}`);
  const file = join(tmpdir(), `lync-federation-stale-${process.pid}-${counts.stale}.json`);
  writeFileSync(file, JSON.stringify({ asOf, text, said, found, before: editor.versions(uri) }, undefined, 2));
  process.stdout.write(`  what was stale: ${file}\n`);
}

/** A file of the folder is another, or goes and comes again. */
async function onDisk(): Promise<void> {
  const name = `${below(FILES)}.lync.yaml`;
  const isGone = chance(0.2);
  if (isGone) rmSync(join(folder, name), { force: true });
  else writeFileSync(join(folder, name), pick(specs));
  const changes = [{ uri: uriIn(name), type: isGone ? 3 : 2 }];
  for (const editor of editors) await editor.tell('workspace/didChangeWatchedFiles', { changes });
}

async function otherDay(): Promise<void> {
  asOf = pick(DAYS);
  for (const editor of editors) {
    editor.settings = { asOf };
    await editor.tell('workspace/didChangeConfiguration', { settings: null });
  }
}

async function report(minute: number): Promise<void> {
  const told: string[] = [];
  for (const editor of editors) {
    const now = await editor.memory();
    memories.get(editor)?.push(now);
    told.push(`${editor.manner} ${now.heap.toFixed(1)} MB in use, ${now.resident.toFixed(0)} resident`);
  }
  const { edits, requests, opened, checked, stale } = counts;
  const done = `${edits} edits, ${requests} requests, ${opened} documents, ${stale} of ${checked} stale`;
  const errors = editors.flatMap((editor) => [...editor.errors].map(([what, times]) => `\n  ${times} x ${what}`));
  process.stdout.write(`${minute} min: ${told.join('; ')}; ${done}${errors.join('')}\n`);
}

/** Whether nothing went wrong, and memory is level from the fifth minute on. */
function verdict(): boolean {
  const errors = editors.reduce((sum, editor) => sum + editor.errors.size, 0);
  const growth = editors.map((editor) => {
    const [first, ...later] = (memories.get(editor) ?? []).slice(4).map(({ heap }) => heap);
    return first === undefined ? 1 : Math.max(first, ...later) / first;
  });
  const isLevel = growth.every((times) => times <= 1.1);
  const levels = growth.map((times) => times.toFixed(2)).join(' and ');
  process.stdout.write(
    `kinds of errors ${errors}, stale ${counts.stale}, memory after minute 5 at most ${levels} times\n`,
  );
  return errors === 0 && counts.stale === 0 && isLevel;
}
