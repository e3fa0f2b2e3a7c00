import {
  commands,
  languages,
  type SymbolInformation,
  type TextEdit,
  type Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, fileCalled, openFile, problemsOf, retiredSpec, soundSpec, writeFile } from './specs.ts';

let files = 0;

suite('files that nobody has opened', () => {
  let spec: Uri;
  let name: string;
  setup(async () => {
    // A new one each time: VS Code holds what was opened for a while.
    name = `unopened-${++files}.lync.yaml`;
    spec = await writeFile(name, retiredSpec);
  });
  teardown(async () => {
    await closeAll();
    if (await isThere(spec)) await workspace.fs.delete(spec);
  });

  test('have their problems, which change with the file and go with it', async () => {
    await eventually(() => problemsOf(spec), ['18:17 error retired-provider']);
    same(isOpen(spec), false);
    await writeFile(name, retiredSpec.replace('2014-07-01', '2014-06-01'));
    await eventually(() => problemsOf(spec), ['18:17 warning retired-provider']);
    await workspace.fs.delete(spec);
    await eventually(() => problemsOf(spec), []);
  });

  test('keep them when they are closed', async () => {
    await window.showTextDocument(await workspace.openTextDocument(spec));
    await eventually(() => problemsOf(spec), ['18:17 error retired-provider']);
    let fewest = 1;
    const listener = languages.onDidChangeDiagnostics(() => {
      fewest = Math.min(fewest, problemsOf(spec).length);
    });
    await closeAll();
    await new Promise((resolve) => setTimeout(resolve, 1500)); // nothing tells that no more is to come
    listener.dispose();
    same([fewest, problemsOf(spec)], [1, ['18:17 error retired-provider']]);
  });

  for (const haste of ['once they are told', 'before they are told'])
    test(`have none when they lie outside of the folder and are closed ${haste}`, async function () {
      if (spec.scheme !== 'file') return this.skip(); // in the web there is nothing elsewhere
      const file = await writeFile(`../outside-${++files}.lync.yaml`, retiredSpec);
      await commands.executeCommand('vscode.open', file); // a document that is opened for us stays for minutes
      await eventually(() => isOpen(file), true);
      const told = () => problemsOf(file);
      if (haste === 'once they are told') await eventually(told, ['18:17 error retired-provider']);
      await closeAll();
      await eventually(() => isOpen(file), false);
      await eventually(told, []);
      await new Promise((resolve) => setTimeout(resolve, 1500)); // nothing tells that no more is to come
      same(told(), []);
      await workspace.fs.delete(file);
    });

  test('are found by their names', async () => {
    await writeFile(name, soundSpec.replace('fabrikam.com', 'unopened-partner.example'));
    const found = async () => {
      const query = 'unopnd-partner';
      const symbols = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return symbols.map(
        ({ name: symbol, location }) => `${symbol} ${nameOf(location.uri)}:${location.range.start.line + 1}`,
      );
    };
    await eventually(found, [`unopened-partner.example ${name}:15`]);
  });

  test('are renamed with the spec', async () => {
    const script = await writeFile('unopened.ps1', "Set-CsAllowedDomain -Identity 'renamed.example' -Comment x\n");
    const document = await openFile(soundSpec.replace('fabrikam.com', 'renamed.example'));
    const place = document.positionAt(document.getText().indexOf('renamed.example'));
    const changed = async () => {
      const given = [document.uri, place, 'new.example'] as const;
      const edit = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', ...given);
      return edit.entries().map(([uri, edits]) => `${nameOf(uri)}: ${edits.map(written).join()}`);
    };
    await eventually(changed, [`${nameOf(document.uri)}: 15:7 new.example`, "unopened.ps1: 1:31 'new.example'"]);
    await workspace.fs.delete(script);
  });

  test('a spec that is renamed to another name is one no more', async () => {
    await eventually(() => problemsOf(spec).length, 1);
    const elsewhere = fileCalled('unopened.txt');
    await workspace.fs.rename(spec, elsewhere, { overwrite: true });
    await eventually(() => problemsOf(spec), []);
    same(problemsOf(elsewhere), []);
    await workspace.fs.delete(elsewhere);
  });
});

function isOpen(file: Uri): boolean {
  return workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString());
}

async function isThere(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function written({ range: { start }, newText }: TextEdit): string {
  return `${start.line + 1}:${start.character + 1} ${newText}`;
}
