import {
  commands,
  type FormattingOptions,
  Range,
  type TextDocument,
  type TextEdit,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { eventually, same } from './expect.ts';
import { after, closeAll, openFile, soundSpec } from './specs.ts';

const tidy = soundSpec.replace('sip:\n', 'sip: # ours\n');

/** With blanks where nobody needs them. */
const untidy = tidy
  .replace('  sip: # ours\n    - contoso.com\n', '    sip: # ours\n        -  contoso.com\n')
  .replace('  allowed:\n    - ', '    allowed:\n        - ')
  .replace('asOf: 2014-03-01', 'asOf:   2014-03-01  ');

suite('formatting', () => {
  teardown(closeAll);

  test('changes white space alone, and a second time nothing', async () => {
    const document = await openFile(untidy);
    const options = { tabSize: 2, insertSpaces: true };
    await eventually(async () => (await edits(document, options)).length > 0, true);
    const edit = new WorkspaceEdit();
    edit.set(document.uri, await edits(document, options));
    await workspace.applyEdit(edit);
    same(document.getText(), tidy);
    await eventually(async () => (await edits(document, options)).length, 0);
  });

  test('a new line is indented as its place asks, while it is typed', async () => {
    const document = await openFile('lyncFederation: 1\nserver:');
    await eventually(async () => (await edits(document, { tabSize: 2, insertSpaces: true })).length > 0, true);
    const end = after(document, 'server:');
    await window.showTextDocument(document, { selection: new Range(end, end) });
    await commands.executeCommand('type', { text: '\n' });
    await eventually(() => document.lineAt(2).text, '  ');
  });
});

async function edits({ uri }: TextDocument, options: FormattingOptions): Promise<TextEdit[]> {
  return (await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', uri, options)) ?? [];
}
