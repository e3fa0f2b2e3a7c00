import { l10n, Range, TextEditorRevealType, window } from 'vscode';

/** A line that a quick fix has changed, counted from zero, and what stands there. */
interface ChangedLine {
  readonly line: number;
  readonly text: string;
}

/** Names the lines of a document that a quick fix has changed where the person does not see them, and leads there. */
export async function tellChanged([spec, changed]: readonly unknown[]): Promise<void> {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === spec);
  if (editor === undefined || !Array.isArray(changed)) return;
  const isSeen = (line: number) =>
    editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
  const hidden = changed.filter(isChangedLine).filter(({ line }) => !isSeen(line));
  const [first] = hidden;
  if (first === undefined) return;
  const show = l10n.t('Show');
  if ((await window.showInformationMessage(told(hidden), show)) !== show) return;
  const range = new Range(first.line, 0, first.line, 0);
  editor.revealRange(range, TextEditorRevealType.InCenter);
}

function told(hidden: readonly ChangedLine[]): string {
  const [first, ...others] = hidden;
  if (first === undefined) return '';
  if (others.length > 0) return l10n.t('Changed as well: lines {0}', hidden.map(({ line }) => line + 1).join(', '));
  return first.text === ''
    ? l10n.t('Changed as well: line {0}', first.line + 1)
    : l10n.t('Changed as well: line {0}, {1}', first.line + 1, `\`${first.text}\``);
}

function isChangedLine(one: unknown): one is ChangedLine {
  return (
    typeof one === 'object' &&
    one !== null &&
    'line' in one &&
    typeof one.line === 'number' &&
    'text' in one &&
    typeof one.text === 'string'
  );
}
