import { ReferencesRequest } from 'vscode-languageserver';
import { referencesAmong } from '../../features/references.ts';
import { isLocal, mentionAt } from '../../features/runbook/objects.ts';
import { toOffset } from '../convert.ts';
import { locate, othersThan, throughUsers } from '../navigation.ts';
import { onDocument } from './request.ts';

/** All places of the workspace that name what is named at a place, those of its own document first. */
export const references = onDocument(ReferencesRequest.type, {
  scripts: true,
  advertise: () => ({ referencesProvider: true }),
  async answer(opened, { position, context }, { documents }, token) {
    const start = toOffset(opened.own.lines, position);
    const [user] = await throughUsers(opened, { start, end: start }, documents);
    const { opened: whole, at } = user ?? { opened, at: { start, end: start } };
    const object = mentionAt(whole.analysis, at.start);
    if (object === undefined) return [];
    const others = isLocal(object) ? [] : await othersThan(whole, documents, token);
    return [...locate(referencesAmong(whole, others, object, { declaration: context.includeDeclaration }))];
  },
});
