import { CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import type { Completion } from '../../features/completion/item.ts';
import { completion } from '../../features/completion.ts';
import { plainLine } from '../../text/visible.ts';
import { toCompletionItem, toDocumentation, toOffset } from '../convert.ts';
import type { Session } from '../session.ts';
import { onDocument, request } from './request.ts';

/** The list that was given last: of one of its items the client may want to know more. */
const last = new WeakMap<Session, readonly Completion[]>();

/** What can be typed at a place. */
export const completions = onDocument(CompletionRequest.type, {
  projects: true,
  scripts: true,
  advertise: ({ resolvesDocs }) => ({
    completionProvider: {
      triggerCharacters: [' ', ':', '-', '[', '{', ','],
      ...(resolvesDocs && { resolveProvider: true }),
    },
  }),
  async answer(opened, { position }, session) {
    const { client, documents, env } = session;
    const { own, kind } = opened;
    // A script has the names of the specs beside it.
    const specs = kind === 'spec' ? [] : (await documents.beside(opened)).map((one) => one.analysis);
    const around = kind === 'spec' ? env : { ...env, specs };
    const found = completion(own, toOffset(own.lines, position), around);
    last.set(session, found);
    return found.map((item, i) => {
      const docs = client.resolvesDocs ? { data: i } : toDocumentation(item, client);
      return { ...toCompletionItem(item, i, own.lines, client), ...docs };
    });
  },
});

/** What there is to read about an item. */
export const completionDocs = request(CompletionResolveRequest.type, {
  answer(item, session) {
    const found = last.get(session)?.[Number(item.data)];
    // Of an older list nothing is known any more.
    return found !== undefined && plainLine(found.label) === item.label
      ? { ...item, ...toDocumentation(found, session.client) }
      : item;
  },
});
