import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { symbols } from '../../features/symbols.ts';
import { NameSearch, type NameSymbol } from '../../features/workspace-symbols.ts';
import { plainLine } from '../../text/visible.ts';
import { toSymbol } from '../convert.ts';
import { fileNameIn } from '../names.ts';
import { locate, refuseCancelled } from '../navigation.ts';
import type { Opened } from '../opened.ts';
import { onDocument, request } from './request.ts';

/** The sections and entries of a spec, the commands of a script. */
export const documentSymbols = onDocument(DocumentSymbolRequest.type, {
  scripts: true,
  advertise: () => ({ documentSymbolProvider: true }),
  answer({ uri, analysis }, _, { client }) {
    const found = symbols(analysis).map((symbol) => toSymbol(symbol, analysis.lines));
    return client.symbolTrees ? found : found.flatMap((symbol) => flat(symbol, uri));
  },
});

/** Names of all specs and scripts. */
export const workspaceSymbols = request(WorkspaceSymbolRequest.type, {
  advertise: () => ({ workspaceSymbolProvider: true }),
  async answer({ query }, { documents, host }, token) {
    const search = new NameSearch<Opened>(query);
    for (const document of await documents.all(token)) {
      // The next key that was typed may have made this query one of yesterday.
      await new Promise<void>((resolve) => host.defer(resolve));
      refuseCancelled(token);
      search.add(document);
    }
    return search.found.map(toInformation);
  },
});

/** For a client without trees: each symbol says in what it lies. */
function flat({ name, kind, range, children = [] }: DocumentSymbol, uri: string, within?: string): SymbolInformation[] {
  const one: SymbolInformation = {
    name,
    kind,
    location: { uri, range },
    ...(within !== undefined && { containerName: within }),
  };
  return [one, ...children.flatMap((child) => flat(child, uri, name))];
}

function toInformation(found: NameSymbol<Opened>): SymbolInformation {
  const { document, name, kind, section } = found;
  const file = plainLine(fileNameIn(document.path));
  return {
    name,
    kind: KINDS[kind],
    containerName: section === '' ? file : `${section} · ${file}`,
    location: locate(found),
  };
}

const KINDS = {
  domain: SymbolKind.Namespace,
  host: SymbolKind.Interface,
  certificate: SymbolKind.Key,
  record: SymbolKind.Field,
  object: SymbolKind.Object,
  command: SymbolKind.Function,
} as const satisfies Record<NameSymbol['kind'], SymbolKind>;
