import { commands, extensions, languages, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, soundSpec } from './specs.ts';

suite('the language', () => {
  teardown(closeAll);

  const names = [
    'contoso.lync.yaml',
    'contoso.lync.yml',
    'contoso.federation.yaml',
    'contoso.federation.yml',
    'federation.yaml',
    'federation.yml',
    'lync-federation.yaml',
    'lync-federation.yml',
  ];
  for (const name of names) {
    test(`a file named ${name} is a federation spec`, async () => {
      same((await openFile('', name)).languageId, 'lync-federation');
    });
  }

  test('a YAML file whose first key is lyncFederation is a federation spec', async () => {
    const { uri } = await openFile(`# Contoso\n---\n${soundSpec}`, 'contoso.yaml');
    await eventually(async () => (await workspace.openTextDocument(uri)).languageId, 'lync-federation');
  });

  test('so is a file without an extension', async () => {
    same((await openFile(soundSpec, 'contoso')).languageId, 'lync-federation');
  });

  test('any other YAML file stays YAML', async () => {
    const spec = await openFile(soundSpec, 'second.yaml');
    const other = await openFile('name: contoso\nlyncFederation: 1\n', 'other.yaml');
    await eventually(async () => (await workspace.openTextDocument(spec.uri)).languageId, 'lync-federation');
    same(other.languageId, 'yaml');
  });

  test('whoever sets a spec back to YAML keeps it that way', async () => {
    const { uri } = await openFile(soundSpec, 'third.yaml');
    const document = () => workspace.openTextDocument(uri);
    await eventually(async () => (await document()).languageId, 'lync-federation');
    await languages.setTextDocumentLanguage(await document(), 'yaml');
    const later = await openFile(soundSpec, 'fourth.yaml');
    await eventually(async () => (await workspace.openTextDocument(later.uri)).languageId, 'lync-federation');
    same((await document()).languageId, 'yaml');
  });

  test('the commands of the palette are there', async () => {
    const known = await commands.getCommands(true);
    const manifest = extensions.getExtension('lync-federation.lync-federation')?.packageJSON;
    const wanted: readonly { readonly command: string }[] = manifest.contributes.commands;
    same(
      wanted.filter(({ command }) => !known.includes(command)),
      [],
    );
  });
});
