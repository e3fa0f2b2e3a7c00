import { LinkedEditingRangeRequest } from 'vscode-languageserver';
import { linkedNames } from '../../features/linked-editing.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from './request.ts';

/** The places that change with a name that is typed over. */
export const linkedEditingRanges = onDocument(LinkedEditingRangeRequest.type, {
  scripts: true,
  advertise: () => ({ linkedEditingRangeProvider: true }),
  answer({ analysis }, { position }) {
    const found = linkedNames(analysis, toOffset(analysis.lines, position));
    if (found === undefined) return null;
    return { ranges: found.places.map((at) => toRange(analysis.lines, at)), wordPattern: found.pattern };
  },
});
