import { CodeActionKind, CodeActionRequest } from 'vscode-languageserver';
import { ACTION_KINDS } from '../../../../protocol/commands.ts';
import { actionsFor } from '../actions.ts';
import { onDocument } from './request.ts';

/** Repairs. */
export const codeActions = onDocument(CodeActionRequest.type, {
  projects: true,
  scripts: true,
  advertise({ codeActionLiterals, changeAnnotations }) {
    if (!codeActionLiterals) return {};
    const kinds = [
      CodeActionKind.QuickFix,
      ACTION_KINDS.fixAll,
      ...(changeAnnotations ? [ACTION_KINDS.reviewAll] : []),
    ];
    return { codeActionProvider: { codeActionKinds: kinds } };
  },
  answer: (opened, params, session) => actionsFor(opened, params, session),
});
