// The playground: an editor, the language server beside it, and what it finds.
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import {
  createTransportToWorker,
  MonacoLspClient,
} from '../../node_modules/monaco-editor/esm/external/monaco-lsp-client/out/index.js';
import { SERVER_COMMANDS } from '../../protocol/commands.ts';
import { type FileParams, METHODS, type Status, type TurnsAnswer } from '../../protocol/methods.ts';
import { SECTION } from '../../protocol/settings.ts';
import { byId } from '../../view/src/page.ts';
import { Day } from './day.ts';
import { type Editor, openEditor } from './editor.ts';
import type { Example } from './example.ts';
import { introduced } from './introduced.ts';
import { MapFrame } from './map.ts';
import { bytesOf, part } from './parts.ts';
import { showProblems } from './problems.ts';
import { Server } from './server.ts';
import { fragmentOf, readFragment, type Shared } from './share.ts';
import { filled, type Words } from './words.ts';

const words: Words = JSON.parse(byId('words').textContent ?? '');
const { lang } = document.documentElement;
const choice = byId<HTMLSelectElement>('example');
const persona = byId<HTMLSelectElement>('persona');
const otherLanguage = document.querySelector<HTMLAnchorElement>('a.language');

start().catch((error: unknown) => {
  byId('verdict').textContent = filled(words.failed, String(error));
});

async function start(): Promise<void> {
  const [examples, texts] = await Promise.all([
    part<Readonly<Record<string, Example>>>('examples'),
    lang === 'ko' ? part<Readonly<Record<string, string>>>('texts-ko') : undefined,
  ]);
  const editor = openEditor();
  const { uri } = editor.getModel() ?? {};
  const about = { textDocument: { uri: String(uri) } };
  let status: Status | undefined;

  const server = await Server.start({
    introduces: (said) => introduced(said, lang, texts),
    answers: {
      [METHODS.file]: async ({ name }: FileParams) => bytesOf(await part(name)),
      [METHODS.find]: () => [],
    },
    hears: {
      'textDocument/publishDiagnostics': ({ diagnostics }: PublishDiagnosticsParams) =>
        showProblems(diagnostics, words, {
          page: (rule) => `${byId('problems').dataset.pages}${rule}.html`,
          go: ({ range: { start } }) => goTo(editor, start.line, start.character),
          fix({ range: { start } }) {
            goTo(editor, start.line, start.character);
            // A menu that opens during a click closes with it.
            setTimeout(() => editor.trigger('problems', 'editor.action.quickFix', {}), SETTLED);
          },
        }),
      [METHODS.status]: (now: Status) => void stands(now),
    },
  });
  new MonacoLspClient(createTransportToWorker(server.worker));
  const map = new MapFrame(server, about.textDocument.uri, (line, column) => goTo(editor, line, column));
  const look = (date: string) =>
    server.ask('workspace/executeCommand', {
      command: SERVER_COMMANDS.lookAs,
      arguments: [about.textDocument.uri, date],
    });
  const day = new Day(look);
  let drawn: number | null | undefined;

  async function stands(now: Status): Promise<void> {
    status = now;
    day.show(now);
    byId('verdict').textContent = filled(words.verdict, now.asOf, now.errors, now.warnings);
    if (otherLanguage) otherLanguage.hash = await fragmentOf(shown());
    const isOther = drawn !== now.version;
    await new Promise((resolve) => setTimeout(resolve, isOther ? QUIET : 0));
    if (status !== now) return;
    drawn = now.version;
    map.refresh();
    if (isOther) day.mark((await server.ask<TurnsAnswer>(METHODS.turns, about)) ?? []);
  }

  function shown(): Shared {
    const text = editor.getValue();
    const isExample = examples[choice.value]?.text === text;
    return {
      ...(isExample ? { rule: choice.value } : { text }),
      ...(persona.value !== 'regular' && { persona: persona.value }),
      ...(status?.from === 'look' && { day: status.asOf }),
    };
  }

  async function take({ rule = '', text, persona: who, day: wanted }: Shared): Promise<void> {
    const example = text === undefined ? (examples[rule] ?? examples[FIRST]) : undefined;
    choice.value = text === undefined ? (examples[rule] ? rule : FIRST) : '';
    persona.value = who ?? example?.persona ?? 'regular';
    server.tell('workspace/didChangeConfiguration', { settings: { [SECTION]: { persona: persona.value } } });
    editor.setValue(text ?? example?.text ?? '');
    await look(wanted ?? '');
  }

  async function follow(): Promise<void> {
    byId('shared').textContent = '';
    await readFragment(location.hash).then(take, () => {
      byId('shared').textContent = words.unreadable;
      return take({});
    });
  }

  choice.addEventListener('change', () => {
    location.hash = `rule=${choice.value}`;
  });
  persona.addEventListener('change', () => void take(shown()));
  byId('share').addEventListener('click', async () => {
    history.replaceState(null, '', await fragmentOf(shown()));
    const copied = navigator.clipboard?.writeText(location.href).then(() => words.copied);
    byId('shared').textContent = await (copied ?? Promise.reject()).catch(() => words.inAddress);
  });
  window.addEventListener('hashchange', () => void follow());
  await follow();
}

function goTo(editor: Editor, line: number, character: number): void {
  const at = { lineNumber: line + 1, column: character + 1 };
  editor.setPosition(at);
  editor.revealPositionInCenterIfOutsideViewport(at);
  editor.focus();
}

/** What a visitor sees first. */
const FIRST = 'legacy-messengers';

/** Milliseconds. */
const QUIET = 300;
const SETTLED = 50;
