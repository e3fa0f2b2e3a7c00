import { commands, type Diagnostic, languages, Selection, type TextDocument, Uri, window, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, problems, rangeOf, retiredSpec } from './specs.ts';

suite('the page of a rule', () => {
  teardown(closeAll);

  /** As Markdown is shown here: in VS Code for the Web the tests have no preview. */
  const isShown = (name: string) => {
    const { label = '' } = window.tabGroups.activeTabGroup.activeTab ?? {};
    return [name, `Preview ${name}`].includes(label);
  };

  test('comes with the extension, and is where the code of a finding leads', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    const [found] = languages.getDiagnostics(document.uri);
    const target = targetOf(found);
    same(target?.scheme, 'command');
    same([target?.path, ...JSON.parse(target?.query ?? '[]')], ['lyncFederation.explainRule', 'retired-provider']);
    await commands.executeCommand('lyncFederation.explainRule', 'retired-provider');
    await eventually(() => isShown('retired-provider.md'), true);
    same((await page('retired-provider')).getText().includes('\n## What to do\n'), true);
  });

  test('is that of the finding at the cursor', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    const { start } = rangeOf(document, 'AOL');
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(start, start);
    await commands.executeCommand('lyncFederation.explainRule');
    await eventually(() => isShown('retired-provider.md'), true);
  });

  test('leads to other rules by their pages, and elsewhere by the web', async () => {
    const text = (await page('suppression-without-reason')).getText();
    const targets = Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, target = '']) => target);
    same(
      targets.filter((target) => !/^https:|^[a-z-]+\.md$/.test(target)),
      [],
    );
    same(
      targets.some((target) => /^https:\/\/.*\/docs\/suppressions\.md/.test(target)),
      true,
    );
  });
});

function page(rule: string): Thenable<TextDocument> {
  return workspace.openTextDocument(Uri.from({ scheme: 'lync-federation-rule', path: `/${rule}.md` }));
}

function targetOf(found: Diagnostic | undefined): Uri | undefined {
  return typeof found?.code === 'object' ? found.code.target : undefined;
}
