import * as protocol from 'vscode-languageserver';
import { METHODS } from '../../protocol/methods.ts';
import { requests } from '../../server/src/lsp/requests/index.ts';
import type { Generator } from './generator.ts';

/** docs/lsp.md: each method of the protocol, and whether the server knows it. */
export const lspDocs: Generator = async () => [['docs/lsp.md', page()]];

/** What the server hears and answers beside the requests of `requests/`. */
export const heard = [
  '$/cancelRequest',
  '$/setTrace',
  'exit',
  'initialize',
  'initialized',
  'shutdown',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didOpen',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
] as const;

/** What it says and asks by itself, to clients that can take it. */
export const said = [
  '$/progress',
  'client/registerCapability',
  'textDocument/publishDiagnostics',
  'window/logMessage',
  'window/showMessageRequest',
  'window/workDoneProgress/create',
  'workspace/applyEdit',
  'workspace/codeLens/refresh',
  'workspace/configuration',
  'workspace/diagnostic/refresh',
  'workspace/inlayHint/refresh',
] as const;

/** The methods of the protocol as the library knows them, by direction. */
export function methods(direction: 'clientToServer' | 'serverToClient'): readonly Method[] {
  const found = Object.values<unknown>(protocol)
    .filter(isMethod)
    .filter((one) => one.messageDirection === direction || one.messageDirection === 'both')
    .map(({ method, type }) => ({ method, isRequest: /^ProtocolRequestType/.test(type?.constructor.name ?? '') }));
  return [...new Map(found.map((one) => [one.method, one])).values()].toSorted((a, b) =>
    a.method < b.method ? -1 : 1,
  );
}

/** A request or a notification. */
export interface Method {
  readonly method: string;
  readonly isRequest: boolean;
}

interface Declared {
  readonly method: string;
  readonly messageDirection: string;
  readonly type?: object;
}

function isMethod(value: unknown): value is Declared {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    'method' in value &&
    'messageDirection' in value
  );
}

function page(): string {
  const known = new Set<string>([...heard, ...requests.map(({ method }) => method)]);
  const own = requests.map(({ method }) => method).filter((method) => method.startsWith('lyncFederation/'));
  return `# The language server, method by method

Every method of LSP 3.18 and whether the server knows it. What a client cannot take, by its capabilities, is neither advertised nor sent.
This page is generated from the requests of \`server/src/lsp/requests\`; a test sends each method to the server and compares.

## From the editor to the server

${table(methods('clientToServer'), known)}

## From the server to the editor

${table(methods('serverToClient'), new Set(said))}

## Of our own

What goes with them stands in \`protocol/methods.ts\`.

| method | what it is for |
| --- | --- |
${[...own, METHODS.status].map((method) => `| \`${method}\` | ${ABOUT[method] ?? ''} |`).join('\n')}
`;
}

const ABOUT: Readonly<Record<string, string>> = {
  [METHODS.plan]: 'the plan of a spec, line by line, with the places of the spec that the lines name',
  [METHODS.planScript]: 'the plan of a spec as a script, or why there is none',
  [METHODS.overview]:
    'all specs of the workspace: what is wrong, partner by partner, and what ends within 30, 90 and 365 days',
  [METHODS.turns]: 'the days on which the verdict on a spec changes',
  [METHODS.templates]: 'whole specs to begin with, as snippets',
  [METHODS.startSpec]: 'a spec of what is in files, which come as bytes, and what was not taken over',
  [METHODS.collector]: 'the script that collects a capture',
  [METHODS.status]: 'to the editor: the day by which a document is judged, and how it stands',
};

function table(all: readonly Method[], known: ReadonlySet<string>): string {
  const rows = all
    .filter(({ method }) => method !== 'notebookDocument/sync')
    .map(({ method, isRequest }) => {
      return `| \`${method}\` | ${isRequest ? 'request' : 'notification'} | ${known.has(method) ? 'yes' : 'no'} |`;
    });
  return ['| method | kind | known |', '| --- | --- | --- |', ...rows].join('\n');
}
