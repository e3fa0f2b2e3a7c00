import {
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeLens,
  commands,
  type DocumentLink,
  type InlayHint,
  Range,
  type SelectionRange,
  type TextDocument,
  window,
} from 'vscode';
import { eventually } from './expect.ts';
import { closeAll, openFile, soundSpec } from './specs.ts';

suite('around the text', () => {
  teardown(closeAll);

  const all = (document: TextDocument) => new Range(0, 0, document.lineCount, 0);
  const at = (document: TextDocument, text: string) => document.positionAt(document.getText().indexOf(text) + 1);

  test('code lenses tell the day, the plan and the status', async () => {
    const text = soundSpec.replace('fabrikam.com', 'lenses.example');
    const { uri } = await openFile(`${text}cmdlets:\n  - New-CsAllowedDomain lenses.example\n`);
    const titles = async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
      const above = found.filter(({ range }) => [0, 14, 17].includes(range.start.line));
      const told = above.map(({ command }) => `${command?.title} -> ${command?.command}`);
      // The clock decides how it is today.
      return told.map((one) => one.replace(/; by today errors: \d+, warnings: \d+/, '; by today')).sort();
    };
    await eventually(titles, [
      'On 2014-03-01: available, until 2014-06-30. -> lyncFederation.explainChat',
      'Preview plan -> lyncFederation.previewPlan',
      'Why does chat not work? -> lyncFederation.explainChat',
      'as of 2014-03-01, next change 2014-04-01; by today -> lyncFederation.setAsOf',
    ]);
  });

  test('the uses are shown by VS Code', async () => {
    const { uri } = await openFile(`${soundSpec}cmdlets:\n  - New-CsAllowedDomain fabrikam.com\n`);
    const uses = [16, 18].map((line) => ({
      uri: uri.toString(),
      range: { start: { line, character: 6 }, end: { line, character: 8 } },
    }));
    await commands.executeCommand('lyncFederation.showReferences', uri.toString(), { line: 14, character: 6 }, uses);
    const line = async () => {
      await commands.executeCommand('goToNextReference');
      return window.activeTextEditor?.selection.start.line;
    };
    await eventually(line, 18);
    await eventually(line, 16);
    await commands.executeCommand('closeReferenceSearch');
  });

  test('inlay hints tell what the spec leaves unsaid', async () => {
    const document = await openFile(soundSpec.replace(/dns:[\s\S]*(?=certificates:)/, ''));
    const hints = async () => {
      const found = await commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all(document),
      );
      return found.map(({ label }) => label);
    };
    await eventually(hints, ['allowed partner domain']);
  });

  test('links lead to files beside the spec', async () => {
    const document = await openFile(`${soundSpec}    file: access-edge.pem\n`);
    const targets = async () => {
      const found = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri, 20);
      const paths = found.map(({ target }) => target?.path ?? '');
      return paths.filter((path) => path.endsWith('/access-edge.pem')).length;
    };
    await eventually(targets, 1);
  });

  test('selections grow along the spec', async () => {
    const document = await openFile(soundSpec);
    const texts = async () => {
      const places = [at(document, 'fabrikam')];
      const [found] = await commands.executeCommand<SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        places,
      );
      const chain = (one: SelectionRange | undefined): readonly string[] =>
        one === undefined ? [] : [document.getText(one.range), ...chain(one.parent)];
      return chain(found).includes('- fabrikam.com');
    };
    await eventually(texts, true);
  });

  test('the call hierarchy leads from a policy to the domains', async () => {
    const document = await openFile(soundSpec);
    const called = async () => {
      const place = at(document, 'global');
      const items = await commands.executeCommand<CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        document.uri,
        place,
      );
      const calls = await commands.executeCommand<CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', items[0]);
      return calls.map(({ to }) => to.name);
    };
    await eventually(called, ['AOL', 'domains.allowed']);
  });
});
