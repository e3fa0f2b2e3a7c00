import { InlayHintRequest, MarkupKind } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlay-hints.ts';
import { markdownOf } from '../../text/markdown.ts';
import { textOf } from '../../text/message.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from './request.ts';

/** What a stretch of a spec leaves unsaid. */
export const hints = onDocument(InlayHintRequest.type, {
  advertise: () => ({ inlayHintProvider: true }),
  answer({ analysis, own, settings }, { range }, { env }) {
    const { lines } = own;
    const within = { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
    return inlayHints(analysis, within, settings.hints, env.language).map(({ offset, label, tooltip }) => ({
      position: toRange(lines, { start: offset, end: offset }).start,
      label: textOf(label, env.bundle),
      tooltip: { kind: MarkupKind.Markdown, value: markdownOf(tooltip, env.bundle) },
      paddingLeft: true,
    }));
  },
});
