import { ConfigurationTarget, DiagnosticTag, languages, type TextDocument, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, problems, replace, retiredSpec, soundSpec } from './specs.ts';

suite('problems', () => {
  teardown(closeAll);

  test('a retired provider is an error on its identity, with a link to the page of its rule', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    const [problem] = languages.getDiagnostics(document.uri);
    same(problem && document.getText(problem.range), 'AOL');
    same(problem?.tags, [DiagnosticTag.Deprecated]);
    const code = typeof problem?.code === 'object' ? problem.code : undefined;
    same(code?.target.toString(), 'command:lyncFederation.explainRule?%5B%22retired-provider%22%5D');
  });

  test('they follow what is typed', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    await replace(document, 'asOf: 2014-07-01', '# half a year later\nasOf: 2014-06-01');
    await eventually(() => problems(document), ['19:17 warning retired-provider']);
    await replace(document, 'fabrikam.com', 'fabrikam.com\n    - Fabrikam.com.');
    await eventually(() => problems(document), ['17:7 error duplicate-domain', '20:17 warning retired-provider']);
    await replace(document, '2014-06-01', '2014-03-01');
    await eventually(() => problems(document), ['17:7 error duplicate-domain']);
  });

  test('a half-typed spec keeps those of the parts that can be read', async () => {
    const document = await openFile(`${retiredSpec}licensing: {\n`);
    await eventually(
      () => problems(document).filter((problem) => problem.endsWith('retired-provider')),
      ['18:17 error retired-provider'],
    );
    same(
      problems(document).some((problem) => problem.endsWith('yaml-syntax')),
      true,
    );
  });

  test('the setting lyncFederation.asOf decides for a spec without a date', async () => {
    const document = await openFile(soundSpec.replace('asOf: 2014-03-01\n', ''));
    await set(document, 'asOf', '2014-07-01');
    await eventually(() => problems(document), ['17:17 error retired-provider']);
    await set(document, 'asOf', '2014-03-01');
    await eventually(() => problems(document), []);
    await set(document, 'asOf', undefined);
    await eventually(() => problems(document).includes('17:17 error retired-provider'), true);
  });

  test('the setting lyncFederation.rules changes a severity or switches a rule off', async () => {
    const document = await openFile(retiredSpec);
    await set(document, 'rules', { 'retired-provider': 'info' });
    await eventually(() => problems(document), ['18:17 info retired-provider']);
    await set(document, 'rules', { 'retired-provider': 'off' });
    await eventually(() => problems(document), []);
    await set(document, 'rules', undefined);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
  });
});

async function set({ uri }: TextDocument, name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('lyncFederation', uri).update(name, value, ConfigurationTarget.Workspace);
}
