import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, problems, rangeOf, replace, retiredSpec, soundSpec } from './specs.ts';

suite('fixes', () => {
  teardown(closeAll);

  test('a quick fix changes the deployment and inserts the cmdlet that does it', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    const actions = await fixes(document, 'AOL');
    const removal = actions.find(({ title }) => title.includes('Remove'));
    if (removal?.edit) await workspace.applyEdit(removal.edit);
    same(document.getText(), withoutAol);
    await eventually(() => problems(document).some((problem) => problem.endsWith('retired-provider')), false);
  });

  test('what a quick fix changes out of view is named', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    const removal = (await fixes(document, 'AOL')).find(({ title }) => title.includes('Remove'));
    const { command = '', arguments: given = [] } = removal?.command ?? {};
    same([command, given[0]], ['lyncFederation.tellChanged', document.uri.toString()]);
    same(given[1].at(-1), { line: 30, text: '- Remove-CsPublicProvider -Identity AOL' });
    if (removal?.edit) await workspace.applyEdit(removal.edit);
    same(document.lineAt(30).text, '  - Remove-CsPublicProvider -Identity AOL');
    await commands.executeCommand(command, ...given);
  });

  test('a fix leads to each value that nobody but the administrator knows', async () => {
    const tagged = soundSpec.replace(
      'dns:',
      '    - { identity: Sales, enableFederationAccess: true }\ncmdlets:\n  - Get-CsUser\ndns:',
    );
    const document = await openFile(tagged);
    await eventually(() => problems(document), ['23:19 warning policy-not-granted']);
    const grant = (await fixes(document, 'Sales')).find(({ title }) => title.startsWith('Grant'));
    if (grant?.edit) await workspace.applyEdit(grant.edit);
    same(
      document.getText(),
      tagged
        .replace('true }\ncmdlets', 'true, grantedTo: [<user of Sales>] }\ncmdlets')
        .replace(
          'Get-CsUser\n',
          "Get-CsUser\n  - Grant-CsExternalAccessPolicy -Identity '<user of Sales>' -PolicyName Sales\n",
        ),
    );
    const selected = window.activeTextEditor?.selections.map((selection) => document.getText(selection));
    same(selected, ['<user of Sales>', '<user of Sales>']);
  });

  test('a finding can be silenced where it stands', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    const silence = (await fixes(document, 'AOL')).find(({ title }) => title.includes('retired-provider'));
    if (silence?.edit) await workspace.applyEdit(silence.edit);
    await eventually(() => problems(document).some((problem) => problem.endsWith('retired-provider')), false);
  });

  test('saving carries out the safe fixes, where the person has asked for it', async () => {
    const editor = workspace.getConfiguration('editor', { languageId: 'lync-federation' });
    const onSave = { 'source.fixAll.lyncFederation': 'explicit' };
    await editor.update('codeActionsOnSave', onSave, ConfigurationTarget.Workspace, true);
    const document = await openFile(soundSpec);
    await replace(document, 'enablePartnerDiscovery', 'enablePartnerDiscovry');
    await eventually(() => problems(document), ['5:47 error unknown-key']);
    await document.save();
    same(document.getText(), soundSpec);
    await eventually(async () => new TextDecoder().decode(await workspace.fs.readFile(document.uri)), soundSpec);
    await editor.update('codeActionsOnSave', undefined, ConfigurationTarget.Workspace, true);
  });
});

/** The quick fixes offered at a text, with their edits. */
async function fixes(document: TextDocument, text: string): Promise<readonly CodeAction[]> {
  const { uri } = document;
  const range = rangeOf(document, text);
  const kind = CodeActionKind.QuickFix.value;
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind, 10);
}

const withoutAol = `${retiredSpec.replace(/providers:\n(?: .*\n)*/, '')}cmdlets:
  - Remove-CsPublicProvider -Identity AOL
`;
