import { commands, type Hover, MarkdownString, type TextDocument } from 'vscode';
import { rangeOf } from './specs.ts';

/** What VS Code would show where a text stands, as Markdown. */
export async function hover(document: TextDocument, text: string): Promise<string> {
  const place = rangeOf(document, text).start;
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (part instanceof MarkdownString ? part.value : String(part))).join('\n');
}
