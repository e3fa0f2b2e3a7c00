import { type CodeAction, CodeActionKind, type CompletionList, commands, type TextDocument, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { hover } from './hover.ts';
import { after, closeAll, openFile, problems, problemsOf, rangeOf, replace, retiredSpec, writeFile } from './specs.ts';

suite('the project file', () => {
  teardown(async () => {
    const project = projectOpen();
    if (project !== undefined) await replace(project, project.getText(), ''); // VS Code holds it open for a while
    await project?.save();
    await closeAll();
  });

  test('is made, then added to, by those who disable a rule in the project', async () => {
    const spec = await openFile(retiredSpec.replace('fabrikam.com', 'fabrikam.com\n    - Fabrikam.com.'));
    await eventually(() => problems(spec), ['16:7 error duplicate-domain', '19:17 error retired-provider']);
    await disable('retired-provider', 'AOL');
    await eventually(() => problems(spec), ['16:7 error duplicate-domain']);
    same(projectOpen()?.getText(), 'rules:\n  retired-provider: off\n');
    await disable('duplicate-domain', 'Fabrikam.com.');
    await eventually(() => problems(spec), []);

    async function disable(rule: string, text: string): Promise<void> {
      const given = [spec.uri, rangeOf(spec, text), CodeActionKind.QuickFix.value] as const;
      const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', ...given);
      const action = actions.find(({ title }) => title === `Disable \`${rule}\` in this project`);
      if (action?.edit === undefined) throw new Error(`${rule} cannot be disabled in the project`);
      await workspace.applyEdit(action.edit);
    }
  });

  test('has a language of its own, with problems, hovers and completion', async () => {
    const project = await openFile('persona: pedantik\nrules:\n  retired-provider: off\n', projectName);
    same(project.languageId, 'lync-federation-project');
    await eventually(() => problems(project).map((problem) => problem.split(' ')[0]), ['1:10']);
    same((await hover(project, 'retired-provider')).includes('retired-provider.md'), true);
    const labels = async () => {
      const place = after(project, 'off\n');
      const given = [project.uri, place] as const;
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', ...given);
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await eventually(async () => (await labels()).includes('exclude'), true);
    same((await labels()).includes('persona'), false);
  });

  test('decides about specs, opened or not, as it is typed', async () => {
    const unopened = await writeFile('governed.lync.yaml', retiredSpec);
    const spec = await openFile(retiredSpec);
    const both = () => [problems(spec), problemsOf(unopened)];
    await eventually(both, [['18:17 error retired-provider'], ['18:17 error retired-provider']]);
    await openFile('rules: { retired-provider: info }\n', projectName);
    await eventually(both, [['18:17 info retired-provider'], ['18:17 info retired-provider']]);
    await openFile('rules: { retired-provider: off }\n', projectName);
    await eventually(both, [[], []]);
  });
});

const projectName = '.lync-federation.yaml';

function projectOpen(): TextDocument | undefined {
  return workspace.textDocuments.find(({ uri }) => uri.path.endsWith(`/${projectName}`));
}
