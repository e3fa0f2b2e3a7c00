import { type SelectionRange, SelectionRangeRequest } from 'vscode-languageserver';
import { selections } from '../../features/selection.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from './request.ts';

/** What a selection at each of some places grows to. */
export const selectionRanges = onDocument(SelectionRangeRequest.type, {
  scripts: true,
  advertise: () => ({ selectionRangeProvider: true }),
  answer: ({ own }, { positions }) =>
    positions.map((position) => {
      const found = selections(own, toOffset(own.lines, position)).map((at) => toRange(own.lines, at));
      const [outermost = { start: position, end: position }, ...inner] = found.toReversed();
      return inner.reduce<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
    }),
});
