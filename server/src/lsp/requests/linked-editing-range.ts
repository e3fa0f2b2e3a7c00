import { LinkedEditingRangeRequest } from 'vscode-languageserver';
import { linkedNames } from '../../features/linked-editing.ts';
import { isOwn } from '../../features/own-part.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from './request.ts';

/** The places that change with a name that is typed over. */
export const linkedEditingRanges = onDocument(LinkedEditingRangeRequest.type, {
  scripts: true,
  advertise: () => ({ linkedEditingRangeProvider: true }),
  answer({ analysis, own }, { position }) {
    const found = linkedNames(analysis, toOffset(own.lines, position));
    // A name that other files have as well takes a rename.
    if (found === undefined || !found.places.every((at) => isOwn(analysis, at))) return null;
    return { ranges: found.places.map((at) => toRange(own.lines, at)), wordPattern: found.pattern };
  },
});
