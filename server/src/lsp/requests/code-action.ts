import { CodeActionKind, CodeActionRequest } from 'vscode-languageserver';
import { actionsFor } from '../actions.ts';
import { FIX_ALL, REVIEW_ALL } from '../capabilities.ts';
import { onDocument } from './request.ts';

/** Repairs. */
export const codeActions = onDocument(CodeActionRequest.type, {
  projects: true,
  scripts: true,
  advertise({ codeActionLiterals, changeAnnotations }) {
    if (!codeActionLiterals) return {};
    const kinds = [CodeActionKind.QuickFix, FIX_ALL, ...(changeAnnotations ? [REVIEW_ALL] : [])];
    return { codeActionProvider: { codeActionKinds: kinds } };
  },
  answer: (opened, params, session) => actionsFor(opened, params, session),
});
