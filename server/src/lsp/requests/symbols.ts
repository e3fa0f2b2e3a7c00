import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { symbols } from '../../features/symbols.ts';
import { NameSearch, type NameSymbol } from '../../features/workspace-symbols.ts';
import { firstOfEach } from '../../text/grouped.ts';
import { plainLine } from '../../text/visible.ts';
import { toSymbol } from '../convert.ts';
import { fileNameOf } from '../names.ts';
import { locate, refuseCancelled } from '../navigation.ts';
import type { Opened } from '../opened.ts';
import { onDocument, request } from './request.ts';

/** The sections and entries of a spec, the commands of a script. */
export const documentSymbols = onDocument(DocumentSymbolRequest.type, {
  scripts: true,
  advertise: () => ({ documentSymbolProvider: true }),
  answer({ uri, own }, _, { client }) {
    const found = symbols(own).map((symbol) => toSymbol(symbol, own.lines));
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
    const found = search.found.flatMap(toInformation);
    // A file that several specs extend has its names once.
    return [...firstOfEach(found, ({ location }) => JSON.stringify(location))];
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

function toInformation(found: NameSymbol<Opened>): readonly SymbolInformation[] {
  const { name, kind, section } = found;
  return locate([found]).map((location) => {
    const file = plainLine(fileNameOf(location.uri));
    return { name, kind: KINDS[kind], containerName: section === '' ? file : `${section} · ${file}`, location };
  });
}

const KINDS = {
  domain: SymbolKind.Namespace,
  host: SymbolKind.Interface,
  certificate: SymbolKind.Key,
  record: SymbolKind.Field,
  object: SymbolKind.Object,
  command: SymbolKind.Function,
} as const satisfies Record<NameSymbol['kind'], SymbolKind>;
