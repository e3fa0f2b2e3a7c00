import {
  type CodeLens,
  CompletionItemKind,
  type CompletionList,
  ConfigurationTarget,
  commands,
  type DocumentSymbol,
  extensions,
  type FormattingOptions,
  type Hover,
  languages,
  MarkdownString,
  type SemanticTokens,
  type TextDocument,
  type TextEdit,
  Uri,
  workspace,
} from 'vscode';
import { eventually, same } from './expect.ts';
import { after, closeAll, openFile, problems, rangeOf, replace, retiredSpec } from './specs.ts';

/** With a schema for every YAML file, the server of Red Hat has something to say wherever it is asked. */
const schema = {
  title: 'Everything',
  type: 'object',
  required: ['neighbour'],
  properties: { lyncFederation: { description: 'from the schema' }, neighbour: { description: 'from the schema' } },
};

suite('beside Red Hat YAML', () => {
  suiteSetup(async () => {
    same(extensions.getExtension('redhat.vscode-yaml')?.packageJSON.version, '9.9.9');
    const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
    const file = Uri.joinPath(folder, 'everything.schema.json');
    await workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(schema)));
    await set('yaml.schemas', { [file.toString()]: ['*.yaml', '*.yml', '*.lync.yaml', '.lync-federation.yaml'] });
  });
  teardown(closeAll);

  test('a YAML file is for Red Hat alone', async () => {
    const document = await openFile('name:   1\nlyncFederation: 2\n', 'beside-plain.yaml');
    await eventually(() => sources(document), ['yaml-schema: Everything']);
    same(document.languageId, 'yaml');
    await isForRedHat(document);
    same((await symbols(document)).toSorted(), ['lyncFederation', 'name']);
    same(await formatted(document), 'name: 1\nlyncFederation: 2\n');
  });

  test('a spec is for us alone', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => sources(document), ['lync-federation']);
    same(document.languageId, 'lync-federation');
    await belongsToUs(document);
  });

  test('so is a project file', async () => {
    const document = await openFile('persona: nobody\nneighbour: 1\n', '.lync-federation.yaml');
    await eventually(() => sources(document), ['lync-federation']);
    same(document.languageId, 'lync-federation-project');
    same((await hovers(document, 'persona')).length, 1);
    same(await hovers(document, 'neighbour'), []);
    same((await labels(document, 'neighbour: 1\n')).includes('lyncFederation'), false);
    same(await lenses(document, 'Everything'), []);
    await deleteFile(document);
  });

  test('a YAML file that says it is a spec changes hands', async () => {
    const { uri } = await openFile(retiredSpec, 'beside-hands.yaml');
    const document = () => workspace.openTextDocument(uri);
    await eventually(async () => (await document()).languageId, 'lync-federation');
    await pause(1000); // what the other server had begun comes late
    await eventually(async () => sources(await document()), ['lync-federation']);
    await belongsToUs(await document());
  });

  test('a spec is formatted by us', async () => {
    const document = await openFile(retiredSpec.replace('lyncFederation: 1', 'lyncFederation:   1'));
    await eventually(() => sources(document), ['lync-federation']);
    void commands.executeCommand('editor.action.formatDocument');
    await eventually(() => document.getText(), retiredSpec);
  });

  test('and what Red Hat finds too late does not stay', async () => {
    const { uri } = await openFile(retiredSpec, 'beside-hands.late.yaml');
    const document = () => workspace.openTextDocument(uri);
    await eventually(async () => sources(await document()), ['lync-federation', 'yaml-schema: Everything']);
    await eventually(async () => sources(await document()), ['lync-federation']);
    same((await document()).languageId, 'lync-federation');
  });

  test('and back, where a person says so', async () => {
    const { uri } = await openFile(retiredSpec, 'beside-back.yaml');
    const document = () => workspace.openTextDocument(uri);
    await eventually(async () => (await document()).languageId, 'lync-federation');
    await languages.setTextDocumentLanguage(await document(), 'yaml');
    await eventually(async () => sources(await document()), ['yaml-schema: Everything']);
    await isForRedHat(await document());
  });

  test('also one that is a spec by its name', async () => {
    const { uri } = await openFile(retiredSpec, 'beside-back.lync.yaml');
    const document = () => workspace.openTextDocument(uri);
    same((await document()).languageId, 'lync-federation');
    await languages.setTextDocumentLanguage(await document(), 'yaml');
    await eventually(async () => sources(await document()).includes('yaml-schema: Everything'), true);
    await isForRedHat(await document());
  });

  test('a setting that every YAML file is YAML takes no spec away', async () => {
    await set('files.associations', { '*.yaml': 'yaml' });
    try {
      const { uri } = await openFile('', 'beside-every.lync.yaml');
      await eventually(async () => (await workspace.openTextDocument(uri)).languageId, 'lync-federation');
    } finally {
      await set('files.associations', undefined);
    }
  });

  test('a spec that the settings give to YAML stays with Red Hat', async () => {
    await set('files.associations', { '*.lync.yaml': 'yaml' });
    try {
      const document = await openFile(retiredSpec, 'beside-given.lync.yaml');
      // the first as of any spec of the workspace that is not open as one
      await eventually(() => sources(document), ['lync-federation', 'yaml-schema: Everything']);
      await isForRedHat(document);
    } finally {
      await set('files.associations', undefined);
    }
  });
});

suite('beside PowerShell', () => {
  suiteSetup(() => same(extensions.getExtension('ms-vscode.powershell')?.packageJSON.version, '9.9.9'));
  teardown(closeAll);

  const script = 'Get-Date\nNew-CsPublicProvider -Identity MSN -Nothing x\nif (Get-CsPublicProvider) {\n';

  test('each name has one hover', async () => {
    const document = await openFile(script, 'beside-hover.ps1');
    await eventually(async () => (await hovers(document, 'New-CsPublicProvider')).length, 1);
    same((await hovers(document, 'New-CsPublicProvider'))[0]?.includes('[Reference]'), true);
    same(await hovers(document, 'Get-Date'), ['Gets the current date and time.']);
  });

  test('its syntax is judged by PowerShell, its cmdlets by us', async () => {
    const document = await openFile(script, 'beside-syntax.ps1');
    await eventually(
      () =>
        problems(document)
          .map((problem) => problem.split(' ').at(-1))
          .toSorted(),
      ['MissingEndCurlyBrace', 'unknown-parameter'],
    );
  });

  test('its colours are those of PowerShell', async () => {
    const document = await openFile(script, 'beside-colours.ps1');
    await eventually(() => problems(document).length, 2);
    same(await tokens(document), [0, 0, 1, 0, 0]);
    const other = await openFile(script, 'beside.colourless.ps1');
    await eventually(() => problems(other).length, 2);
    same(await tokens(other), undefined);
  });

  test('it is formatted by PowerShell', async () => {
    const document = await openFile(script, 'beside-format.ps1');
    await eventually(() => problems(document).length, 2);
    void commands.executeCommand('editor.action.formatDocument'); // asks, and does nothing, where two offer it
    await eventually(() => document.getText(), `${script}# formatted by PowerShell\n`);
  });

  test('a script without our cmdlets is for PowerShell alone', async () => {
    const document = await openFile('Get-Date\nif ($true) {\n', 'beside-other.ps1');
    await eventually(() => sources(document), ['PowerShell']);
    await pause(500);
    same(sources(document), ['PowerShell']);
    same(await hovers(document, 'Get-Date'), ['Gets the current date and time.']);
    same(await symbols(document), []);
    same(await tokens(document), [0, 0, 1, 0, 0]);
    same(await labels(document, 'Get-D'), []);
    await replace(document, 'Get-Date', 'Get-C');
    same((await labels(document, 'Get-C')).includes('Get-CsPublicProvider'), true);
  });
});

/** Its hover is the only one. */
async function isForRedHat(document: TextDocument): Promise<void> {
  same((await workspace.openTextDocument(document.uri)).languageId, 'yaml');
  const shown = await hovers(document, 'lyncFederation');
  same(
    shown.map((text) => text.includes('from the schema')),
    [true],
  );
}

/** Nobody else says anything about a spec. */
async function belongsToUs(document: TextDocument): Promise<void> {
  same((await hovers(document, 'lyncFederation')).length, 1);
  same((await hovers(document, 'lyncFederation'))[0]?.includes('from the schema'), false);
  same((await hovers(document, 'AOL')).length, 1);
  same((await labels(document, 'lyncFederation: 1\n')).includes('neighbour'), false);
  same(await lenses(document, 'Everything'), []);
  const names = await symbols(document);
  same(names, [...new Set(names)]);
  same(await formatted(document), document.getText());
}

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration().update(name, value, ConfigurationTarget.Workspace);
}

async function deleteFile(document: TextDocument): Promise<void> {
  await closeAll();
  await workspace.fs.delete(document.uri);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Who has found something in a document. */
function sources({ uri }: TextDocument): readonly string[] {
  const found = languages.getDiagnostics(uri).map(({ source }) => source ?? '');
  return [...new Set(found)].toSorted();
}

async function hovers(document: TextDocument, text: string): Promise<readonly string[]> {
  const place = rangeOf(document, text).start;
  const found = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return found.map(({ contents }) =>
    contents.map((part) => (part instanceof MarkdownString ? part.value : String(part))).join('\n'),
  );
}

async function labels(document: TextDocument, before: string): Promise<readonly string[]> {
  const place = after(document, before);
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    place,
  );
  const told = items.filter(({ kind }) => kind !== CompletionItemKind.Text); // those are words of the open documents
  return told.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function symbols({ uri }: TextDocument): Promise<readonly string[]> {
  const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (found ?? []).map(({ name }) => name);
}

async function lenses({ uri }: TextDocument, text: string): Promise<readonly string[]> {
  const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
  return found.flatMap(({ command }) => (command?.title.includes(text) ? command.title : []));
}

async function tokens({ uri }: TextDocument): Promise<readonly number[] | undefined> {
  const found = await commands.executeCommand<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri);
  return found && [...found.data];
}

/** A document as it is after being formatted. */
async function formatted(document: TextDocument): Promise<string> {
  const options: FormattingOptions = { tabSize: 2, insertSpaces: true };
  const edits = await commands.executeCommand<TextEdit[] | undefined>(
    'vscode.executeFormatDocumentProvider',
    document.uri,
    options,
  );
  let text = document.getText();
  for (const { range, newText } of (edits ?? []).toReversed())
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  return text;
}
