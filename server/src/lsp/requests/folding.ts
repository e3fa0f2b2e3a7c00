import { FoldingRangeRequest } from 'vscode-languageserver';
import { folding } from '../../features/folding.ts';
import { toFold } from '../convert.ts';
import { onDocument } from './request.ts';

/** What can be folded away. */
export const foldingRanges = onDocument(FoldingRangeRequest.type, {
  projects: true,
  advertise: () => ({ foldingRangeProvider: true }),
  answer: ({ own }) => folding(own).map((fold) => toFold(fold, own)),
});
