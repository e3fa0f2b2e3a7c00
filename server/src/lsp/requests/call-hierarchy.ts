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
import { toOffset } from '../convert.ts';
import type { Opened } from '../opened.ts';
import { placesOf, toLocation } from '../places.ts';
import type { Session } from '../session.ts';
import { onDocument, request } from './request.ts';

/** The thing at a place, where others rely on it or it on others. */
export const preparedCallHierarchies = onDocument(CallHierarchyPrepareRequest.type, {
  advertise: () => ({ callHierarchyProvider: true }),
  answer(opened, { position }, { env }) {
    const party = partyAt(opened.analysis, toOffset(opened.own.lines, position));
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
  const { path, spec = uri } = isData(data) ? data : {};
  const opened = await documents.newest(spec);
  if (opened === undefined || path === undefined || partyWith(opened.analysis, path)?.name !== name) return [];
  const placeOf = placesOf(opened);
  return find(opened.analysis, path).map(({ party, places }) => ({
    party: toItem(party, opened, env),
    places: places.map((at) => toLocation(placeOf(at)).range),
  }));
}

function toItem({ name, detail, kind, at, nameAt, path }: Party, opened: Opened, env: Env): CallHierarchyItem {
  const placeOf = placesOf(opened);
  const { uri, range } = toLocation(placeOf(at));
  return {
    name,
    detail: textOf(detail, env.bundle),
    kind: KINDS[kind],
    uri,
    range,
    selectionRange: toLocation(placeOf(nameAt)).range,
    data: { path, ...(uri !== opened.uri && { spec: opened.uri }) } satisfies Data,
  };
}

const KINDS = { section: SymbolKind.Module, list: SymbolKind.Array, entry: SymbolKind.Object } as const;

interface Data {
  readonly path: Path;
  /** The spec, where the thing stands in a file that this extends. */
  readonly spec?: string;
}

function isData(data: unknown): data is Data {
  if (typeof data !== 'object' || data === null || !('path' in data) || !Array.isArray(data.path)) return false;
  return (
    data.path.every((step) => typeof step === 'string' || typeof step === 'number') &&
    (!('spec' in data) || typeof data.spec === 'string')
  );
}
