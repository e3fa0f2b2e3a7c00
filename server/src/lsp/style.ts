import type { FormattingOptions } from 'vscode-languageserver';
import type { Style } from '../features/formatting.ts';
import type { EditorConfig } from './editorconfig.ts';

/** How a document is to be laid out: as its `.editorconfig` says, where that is silent as the editor does. */
export function styleFor(config: EditorConfig, options: FormattingOptions): Style {
  const indent = stepIn(config) ?? (options.insertSpaces ? stepOf(options.tabSize) : undefined);
  const trimTrailing = truth(config.get('trim_trailing_whitespace')) ?? options.trimTrailingWhitespace;
  const finalNewline = truth(config.get('insert_final_newline')) ?? options.insertFinalNewline;
  const { trimFinalNewlines } = options;
  const lineBreak = LINE_BREAKS.get(config.get('end_of_line') ?? '');
  return {
    ...(indent !== undefined && { indent }),
    ...(trimTrailing !== undefined && { trimTrailing }),
    ...(finalNewline !== undefined && { finalNewline }),
    ...(trimFinalNewlines !== undefined && { trimFinalNewlines }),
    ...(lineBreak && { lineBreak }),
  };
}

const LINE_BREAKS: ReadonlyMap<string, '\n' | '\r\n'> = new Map([
  ['lf', '\n'],
  ['crlf', '\r\n'],
]);

/** YAML has no tabs: where they are asked for, their width is the step. */
function stepIn(config: EditorConfig): number | undefined {
  const size = config.get('indent_size');
  const isByTabs = size === 'tab' || (size === undefined && config.get('indent_style') === 'tab');
  return stepOf(Number(isByTabs ? config.get('tab_width') : size));
}

/** A step that somebody can mean. */
function stepOf(size: number): number | undefined {
  return Number.isInteger(size) && size >= 1 && size <= 16 ? size : undefined;
}

function truth(value: string | undefined): boolean | undefined {
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}
