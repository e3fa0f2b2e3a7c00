import * as vscode from 'vscode';
import { same } from './expect.ts';
import { closeAll, openFile, soundSpec } from './specs.ts';

/** What newer hosts have than the typings tell. */
interface Host {
  readonly lm: typeof vscode.lm & {
    invokeTool?(name: string, options: object): Promise<{ readonly content: readonly { readonly value: string }[] }>;
  };
}

async function ask(tool: string, input: object): Promise<string> {
  const { lm }: Host = vscode;
  const answer = await lm.invokeTool?.(`lyncFederation_${tool}`, { input, toolInvocationToken: undefined });
  return answer?.content.map(({ value }) => value).join('\n') ?? 'no tools';
}

suite('assistants', () => {
  teardown(closeAll);

  test('see what is not saved', async () => {
    const document = await openFile(soundSpec);
    const name = document.uri.path.split('/').at(-1) ?? '';
    same((await ask('check', { files: [name] })).includes('No problem in'), true);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(1).range, 'asOf: 2014-07-01');
    await vscode.workspace.applyEdit(edit);
    same(document.isDirty, true);
    same((await ask('check', { files: [name] })).includes(`${name}:18:17: error[retired-provider]`), true);
    same((await ask('explain', { name: 'fabrikam.com', spec: name })).includes('The chain, as of 2014-07-01'), true);
  });

  test('are told what there is', async () => {
    const text = await ask('explain', { name: 'retired-provdier' }).catch((error: unknown) => String(error));
    same(text.includes('`retired-provider`'), true);
  });
});
