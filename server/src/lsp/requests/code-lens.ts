import {
  type CancellationToken,
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  type Command,
} from 'vscode-languageserver';
import { LENS_COMMANDS } from '../../../../protocol/commands.ts';
import { type Beginning, dayTitle, type Lens, lenses, lookTitle, usesTitle } from '../../features/lenses.ts';
import { isOwn } from '../../features/own-part.ts';
import { referencesAmong } from '../../features/references.ts';
import { isLocal, type ObjectName } from '../../features/runbook/objects.ts';
import { type Message, say, textOf } from '../../text/message.ts';
import { toRange } from '../convert.ts';
import { lookAhead } from '../look-ahead.ts';
import { locate, othersThan } from '../navigation.ts';
import type { Opened } from '../opened.ts';
import type { Session } from '../session.ts';
import { onDocument, request } from './request.ts';

/** Lines of text above the places they speak of. What takes long to tell comes when it is shown. */
export const codeLenses = onDocument(CodeLensRequest.type, {
  advertise: () => ({ codeLensProvider: { resolveProvider: true } }),
  answer: (opened, _, session) =>
    lenses(opened.analysis, opened.settings.lenses)
      .filter(({ at }) => isOwn(opened.analysis, at))
      .flatMap((lens) => toLens(lens, opened, session)),
});

/** The text of a lens that took its time. */
export const codeLensTexts = request(CodeLensResolveRequest.type, {
  async answer(lens, session, token) {
    const data: unknown = lens.data;
    const opened = isData(data) ? await session.documents.newest(data.uri) : undefined;
    if (opened === undefined || !isData(data)) return { ...lens, command: { title: '', command: '' } };
    if (data.object === undefined) return { ...lens, command: await dayOf(opened, session, token) };
    return { ...lens, command: await usesOf(opened, data.object, lens, { session, token }) };
  },
});

interface Data {
  readonly uri: string;
  /** The object that is used; without one the lens is about the day. */
  readonly object?: ObjectName;
}

function toLens({ at, tells }: Lens, { uri, analysis }: Opened, session: Session): readonly CodeLens[] {
  const range = toRange(analysis.lines, at);
  /** What only leads somewhere is nothing to a client that cannot go there. */
  const leading = (command: Command) => (command.command === '' ? [] : [{ range, command }]);
  switch (tells.kind) {
    case 'status':
      return [{ range, command: titled(tells.title, LENS_COMMANDS.explainChat, [uri, tells.partner], session) }];
    case 'chain':
      return leading(titled(say`Why does chat not work?`, LENS_COMMANDS.explainChat, [uri, tells.partner], session));
    case 'plan':
      return leading(titled(say`Preview plan`, LENS_COMMANDS.previewPlan, [], session));
    case 'start':
      return leading(titled(tells.title, STARTING[tells.from], [], session));
    case 'day':
      return [{ range, data: { uri } satisfies Data }];
    case 'uses':
      return [{ range, data: { uri, object: tells.object } satisfies Data }];
  }
}

const STARTING: Readonly<Record<Beginning, string>> = {
  template: LENS_COMMANDS.newSpec,
  files: LENS_COMMANDS.startSpec,
  clipboard: LENS_COMMANDS.startSpecFromClipboard,
};

/** The day and the next one that matters, once nothing has been typed for a while. */
async function dayOf(opened: Opened, session: Session, token: CancellationToken) {
  const { documents, host } = session;
  if (opened.lookedAs !== undefined)
    return titled(lookTitle(opened.lookedAs), LENS_COMMANDS.setAsOf, [{ place: 'look', date: '' }], session);
  await new Promise<void>((resolve) => host.later(resolve));
  const now = await documents.newest(opened.uri);
  const isRest = now?.version === opened.version && !token.isCancellationRequested;
  return titled(
    dayTitle(opened.analysis.asOf, isRest ? lookAhead(now, host.today()) : undefined),
    LENS_COMMANDS.setAsOf,
    [],
    session,
  );
}

/** How often a name is used in the workspace, and where. */
async function usesOf(
  opened: Opened,
  object: ObjectName,
  { range }: CodeLens,
  { session, token }: { readonly session: Session; readonly token: CancellationToken },
) {
  const others = isLocal(object) ? [] : await othersThan(opened, session.documents, token);
  const uses = locate(referencesAmong(opened, others, object, { declaration: false }));
  return titled(usesTitle(uses.length), LENS_COMMANDS.showReferences, [opened.uri, range.start, uses], session);
}

function titled(title: Message, command: string, given: readonly unknown[], { client, env }: Session) {
  const text = textOf(title, env.bundle);
  return client.commands.includes(command)
    ? { title: text, command, arguments: [...given] }
    : { title: text, command: '' };
}

/** What a lens carries back and forth; what others send is not believed. */
function isData(data: unknown): data is Data {
  if (typeof data !== 'object' || data === null || !('uri' in data) || typeof data.uri !== 'string') return false;
  return !('object' in data) || isObjectName(data.object);
}

function isObjectName(object: unknown): boolean {
  return (
    typeof object === 'object' &&
    object !== null &&
    'noun' in object &&
    typeof object.noun === 'string' &&
    'key' in object &&
    typeof object.key === 'string'
  );
}
