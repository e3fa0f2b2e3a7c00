import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SERVER_COMMANDS } from '../../protocol/commands.ts';
import { requests } from '../../server/src/lsp/requests/index.ts';
import { bundle, Client, PULLING } from '../lsp/client.ts';
import { PATIENCE } from '../runs.ts';
import { live, steering } from './readers.ts';
import { EVERY_KEY, HOSTILE, hostileSpecs, named, TURNS, texts } from './values.ts';

/** What goes into a document or names one, and what the client gives back as it got it: nobody reads these. */
const UNREAD =
  /^(?:newText|insertText|textEditText|filterText|sortText|placeholder|uri|targetUri|target|oldUri|newUri|data|arguments|resultId|script|spec|order)$/;

/** A text that the server sends, and whether it is Markdown. */
interface Told {
  readonly text: string;
  readonly key: string;
  readonly isMarkdown: boolean;
}

function* told(answer: unknown, key = '', isMarkdown = false): Iterable<Told> {
  if (UNREAD.test(key)) return;
  if (typeof answer === 'string') yield { text: answer, key, isMarkdown: isMarkdown && key === 'value' };
  else if (Array.isArray(answer)) for (const one of answer) yield* told(one, key);
  else if (typeof answer === 'object' && answer !== null) {
    const markdown = 'kind' in answer && answer.kind === 'markdown';
    for (const [name, one] of Object.entries(answer)) yield* told(one, name, markdown);
  }
}

function capture(words: string): string {
  const object = { Identity: words, Comment: words, [words]: words };
  return JSON.stringify({ version: 1, captured: words, objects: { CsAllowedDomain: [object], [words]: [object] } });
}

/** All that the server has to say of a document, asked at each of its lines, and what follows from the first answers. */
async function* answers(client: Client, uri: string, text: string, turn: number): AsyncIterable<unknown> {
  const words = HOSTILE[turn] ?? '';
  const textDocument = { uri };
  const ask = (method: string, params: object) => client.ask<unknown>({ method }, params).catch(() => null);
  const report = await client.pull(uri);
  yield report;
  const diagnostics = report.kind === 'full' ? report.items : [];
  const lines = text.split('\n');
  for (const [line, { length }] of lines.entries()) {
    // Line by line they are asked in `features.test.ts`; the turns of a soak reach each line here, too.
    if (line > 0 && (line + turn) % 16 !== 0) continue;
    const range = { start: { line, character: 0 }, end: { line, character: length } };
    const position = { line, character: Math.min(lines[line]?.indexOf(':') ?? 0, length) + 2 };
    const about = {
      ...{
        textDocument,
        range,
        ranges: [range],
        positions: [position],
        position,
        query: '',
        ch: '\n',
        newName: 'a.example',
      },
      context: {
        diagnostics: diagnostics.filter((one) => one.range.start.line === line),
        triggerKind: 1,
        includeDeclaration: true,
      },
      options: { tabSize: 2, insertSpaces: true },
      files: [{ name: words, base64: Buffer.from(capture(words)).toString('base64') }],
    };
    for (const { method } of requests) {
      if (/^(?:workspace\/diagnostic|workspace\/executeCommand|.*\/resolve|callHierarchy\/.*)$/.test(method)) continue;
      if (line > 0 && WHOLE.test(method)) continue;
      const answer = await ask(method, about);
      yield answer;
      if (!Array.isArray(answer)) continue;
      if (method === 'textDocument/completion')
        for (const item of answer.slice(0, 3)) yield await ask('completionItem/resolve', item);
      // The day on the first line is judged anew for each day to come, and holds no words of the document.
      if (method === 'textDocument/codeLens')
        for (const item of answer.slice(turn === 0 ? 0 : 1)) yield await ask('codeLens/resolve', item);
      if (method === 'textDocument/prepareCallHierarchy')
        for (const item of answer)
          for (const way of ['incoming', 'outgoing']) yield await ask(`callHierarchy/${way}Calls`, { item });
    }
  }
  for (const command of Object.values(SERVER_COMMANDS))
    yield await ask('workspace/executeCommand', { command, arguments: [uri, text] });
}

/** Requests that are about a document as a whole, or about all of them. */
const WHOLE = /symbol|codeLens|documentLink|formatting|semanticTokens\/full|foldingRange|lyncFederation/i;

let server: string;
const clients: Client[] = [];
beforeAll(async () => {
  server = await bundle();
});
afterAll(() => {
  for (const client of clients) client.kill();
});

it.each(TURNS)(
  'hostile words, from number %i on, stay text in every answer, where documents, settings, captures and names of files hold them',
  async (turn) => {
    const words = HOSTILE[turn] ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'lync-federation-hostile-'));
    writeFileSync(join(folder, 'live.json'), capture(words));
    writeFileSync(
      join(folder, '.lync-federation.yaml'),
      `rules:\n  ${JSON.stringify(words)}: off\npersona: ${JSON.stringify(words)}\n`,
    );
    const specs = Object.values(hostileSpecs(EVERY_KEY, texts(EVERY_KEY), turn));
    const client = await Client.connected(server, PULLING, {
      settings: {
        capture: 'live.json',
        asOf: words,
        persona: words,
        product: words,
        rules: { [words]: words },
        inlayHints: [words],
      },
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: words }],
    });
    clients.push(client);
    const found: Told[] = [];
    for (const [i, text] of specs.entries()) {
      const uri = pathToFileURL(join(folder, `${i}${named(words)}`)).href;
      const textDocument = { uri, text, languageId: 'lync-federation', version: 1 };
      await client.connection.sendNotification('textDocument/didOpen', { textDocument });
      for await (const answer of answers(client, uri, text, turn)) found.push(...told(answer));
    }
    for (const text of [...client.log, ...client.shown, ...client.bars])
      found.push({ text, key: 'log', isMarkdown: false });
    client.kill();
    expect(found.length).toBeGreaterThan(100);
    const steered = found.filter(({ text }) => steering(text).length > 0).map(({ key, text }) => `${key}: ${text}`);
    expect([...new Set(steered)]).toEqual([]);
    for (const text of new Set(found.filter((one) => one.isMarkdown).map((one) => one.text)))
      expect(live(text), text).toEqual([]);
  },
  PATIENCE,
);
