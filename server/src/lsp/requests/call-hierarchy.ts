import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type Range as LspRange,
  SymbolKind,
} from 'vscode-languageserver';
import type { Analysis } from '../../analyze.ts';
import { type Party, partyAt, partyWith, reliedOnBy, reliesOn, type Tie } from '../../features/call-hierarchy.ts';
import type { Env } from '../../features/env.ts';
import { textOf } from '../../text/message.ts';
import type { Path } from '../../yaml/tree.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Opened } from '../opened.ts';
import type { Session } from '../session.ts';
import { onDocument, request } from './request.ts';

/** The thing at a place, where others rely on it or it on others. */
export const preparedCallHierarchies = onDocument(CallHierarchyPrepareRequest.type, {
  advertise: () => ({ callHierarchyProvider: true }),
  answer(opened, { position }, { env }) {
    const party = partyAt(opened.analysis, toOffset(opened.analysis.lines, position));
    return party === undefined ? null : [toItem(party, opened, env)];
  },
});

/** What a thing relies on. */
export const outgoingCalls = request(CallHierarchyOutgoingCallsRequest.type, {
  answer: async ({ item }, session) =>
    (await tiesOf(item, session, reliesOn)).map(({ party, places }) => ({ to: party, fromRanges: places })),
});

/** What relies on a thing. */
export const incomingCalls = request(CallHierarchyIncomingCallsRequest.type, {
  answer: async ({ item }, session) =>
    (await tiesOf(item, session, reliedOnBy)).map(({ party, places }) => ({ from: party, fromRanges: places })),
});

interface LspTie {
  readonly party: CallHierarchyItem;
  readonly places: LspRange[];
}

/** The ties of a thing that was found before; none where the text has become another one and something else stands there. */
async function tiesOf(
  { uri, name, data }: CallHierarchyItem,
  { documents, env }: Session,
  find: (analysis: Analysis, path: Path) => readonly Tie[],
): Promise<readonly LspTie[]> {
  const opened = await documents.newest(uri);
  if (opened === undefined || !isPath(data) || partyWith(opened.analysis, data)?.name !== name) return [];
  return find(opened.analysis, data).map(({ party, places }) => ({
    party: toItem(party, opened, env),
    places: places.map((at) => toRange(opened.analysis.lines, at)),
  }));
}

function toItem(
  { name, detail, kind, at, nameAt, path }: Party,
  { uri, analysis }: Opened,
  env: Env,
): CallHierarchyItem {
  return {
    name,
    detail: textOf(detail, env.bundle),
    kind: KINDS[kind],
    uri,
    range: toRange(analysis.lines, at),
    selectionRange: toRange(analysis.lines, nameAt),
    data: path,
  };
}

const KINDS = { section: SymbolKind.Module, list: SymbolKind.Array, entry: SymbolKind.Object } as const;

function isPath(data: unknown): data is Path {
  return Array.isArray(data) && data.every((step) => typeof step === 'string' || typeof step === 'number');
}
