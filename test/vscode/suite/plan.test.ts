import { commands, type DocumentLink, env, type TextDocument, window, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, fileCalled, openFile, problems, rangeOf, replace, soundSpec, writeFile } from './specs.ts';

const CAPTURE = JSON.stringify({
  version: 1,
  captured: '2014-02-28T10:12:44Z',
  objects: { CsAllowedDomain: [{ Identity: 'litwareinc.com', Domain: 'litwareinc.com' }] },
});

suite('the plan', () => {
  teardown(async () => {
    await setCapture(undefined);
    await closeAll();
  });

  test('Preview Plan opens the plan beside the spec, and it follows', async () => {
    const document = await previewed(soundSpec);
    await eventually(() => text().includes('New-CsAllowedDomain -Identity fabrikam.com'), true);
    same(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    await replace(document, 'fabrikam.com', 'litwareinc.com');
    await eventually(() => text().includes('New-CsAllowedDomain -Identity litwareinc.com'), true);
  });

  test('it follows to another spec', async () => {
    const first = await previewed(soundSpec);
    await eventually(head, [`The plan of ${nameOf(first)}, as of 2014-03-01`, WITHOUT]);
    const second = await openFile(soundSpec.replace('2014-03-01', '2014-03-02'));
    await eventually(head, [`The plan of ${nameOf(second)}, as of 2014-03-02`, WITHOUT]);
    await window.showTextDocument(first);
    await eventually(head, [`The plan of ${nameOf(first)}, as of 2014-03-01`, WITHOUT]);
  });

  test('it compares with the capture of the settings as soon as they name one', async () => {
    await writeFile('plan.json', CAPTURE);
    await previewed(soundSpec);
    await eventually(() => head()[1], WITHOUT);
    await setCapture('plan.json');
    await eventually(() => head()[1], 'Compared with `plan.json`, captured 2014-02-28T10:12:44Z');
    await eventually(() => text().includes('Remove-CsAllowedDomain -Identity litwareinc.com'), true);
  });

  test('its lines lead to the spec', async () => {
    const document = await previewed(soundSpec);
    await eventually(() => text().includes('fabrikam.com'), true);
    const { start } = rangeOf(document, 'fabrikam.com');
    const targets = async () => {
      const found = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', shown()?.uri, 50);
      const named = found.find(({ target }) => target?.fragment === `L${start.line + 1},${start.character + 1}`);
      return [named?.target?.path, shown()?.getText(named?.range)];
    };
    await eventually(targets, [document.uri.path, `${nameOf(document)}:${start.line + 1}`]);
  });

  test('it has colours, is wrapped, and is copied', async () => {
    await previewed(soundSpec);
    await eventually(() => text().includes('fabrikam.com'), true);
    same(shown()?.languageId, 'lync-federation-plan');
    same(workspace.getConfiguration('editor', { languageId: 'lync-federation-plan' }).get('wordWrap'), 'on');
    await commands.executeCommand('lyncFederation.copyPlan');
    same(await env.clipboard.readText(), text());
  });

  test('it is saved as a script', async () => {
    await previewed(soundSpec);
    const file = fileCalled('plan.ps1');
    await commands.executeCommand('lyncFederation.savePlan', { file: file.toString() });
    const script = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(file));
    same(script.startsWith('\ufeff#requires -Version 3.0\r\n'), true);
    same(script.includes('    New-CsAllowedDomain -Identity fabrikam.com -WhatIf:$WhatIfPreference\r\n'), true);
    await workspace.fs.delete(file);
  });

  test('a report with it is saved, as a page and as Markdown', async () => {
    await openFile(soundSpec);
    for (const [format, begin, step] of [
      ['html', '<!DOCTYPE html>\n', '<pre>New-CsAllowedDomain -Identity fabrikam.com</pre>'],
      ['md', '# Federation of ', '   New-CsAllowedDomain -Identity fabrikam.com\n'],
    ] as const) {
      const file = fileCalled(`report.${format}`);
      await commands.executeCommand('lyncFederation.createReport', { file: file.toString(), format });
      const report = new TextDecoder().decode(await workspace.fs.readFile(file));
      same([report.startsWith(begin), report.includes(step)], [true, true]);
      await workspace.fs.delete(file);
    }
  });

  test('and that of a spec with errors is not', async () => {
    await openFile(soundSpec.replace('lync-2013', 'lync-2012'));
    const file = fileCalled('faulty.ps1');
    await commands.executeCommand('lyncFederation.savePlan', { file: file.toString() });
    const isThere = await Promise.resolve(workspace.fs.stat(file)).then(
      () => true,
      () => false,
    );
    same(isThere, false);
  });
});

const WITHOUT = 'Made without a look at the servers: the setting `lyncFederation.capture` names no capture of them';

/** A spec beside which its plan is open. */
async function previewed(spec: string): Promise<TextDocument> {
  const document = await openFile(spec);
  await eventually(() => problems(document), []);
  await commands.executeCommand('lyncFederation.previewPlan');
  return document;
}

function shown(): TextDocument | undefined {
  return workspace.textDocuments.find(({ uri }) => uri.scheme === 'lync-federation-plan');
}

function text(): string {
  return shown()?.getText() ?? '';
}

function head(): readonly string[] {
  return text().split('\n').slice(0, 2);
}

function nameOf({ uri }: TextDocument): string {
  return uri.path.split('/').at(-1) ?? '';
}

async function setCapture(capture: string | undefined): Promise<void> {
  await workspace.getConfiguration('lyncFederation').update('capture', capture);
}
