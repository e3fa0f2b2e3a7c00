import { ReferencesRequest } from 'vscode-languageserver';
import { referencesAmong } from '../../features/references.ts';
import { isLocal, mentionAt } from '../../features/runbook/objects.ts';
import { toOffset } from '../convert.ts';
import { locate, othersThan } from '../navigation.ts';
import { onDocument } from './request.ts';

/** All places of the workspace that name what is named at a place, those of its own document first. */
export const references = onDocument(ReferencesRequest.type, {
  scripts: true,
  advertise: () => ({ referencesProvider: true }),
  async answer(opened, { position, context }, { documents }, token) {
    const object = mentionAt(opened.analysis, toOffset(opened.analysis.lines, position));
    if (object === undefined) return [];
    const others = isLocal(object) ? [] : await othersThan(opened, documents, token);
    return referencesAmong(opened, others, object, { declaration: context.includeDeclaration }).map(locate);
  },
});
