import {
  CompletionItemKind,
  type CompletionList,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type TextDocument,
} from 'vscode';
import { eventually, same } from './expect.ts';
import { hover } from './hover.ts';
import { after, closeAll, openFile, problems, soundSpec } from './specs.ts';

suite('reading and writing a spec', () => {
  teardown(closeAll);

  test('the hover of a provider shows its licence and the day of the verdict', async () => {
    const document = await openFile(soundSpec.replace('AOL', 'Yahoo!'));
    await eventually(async () => (await hover(document, 'Yahoo!')).includes('Licence needed: Public IM'), true);
    same((await hover(document, 'Yahoo!')).includes('2014-03-01'), true);
  });

  test('the hover of a key shows its cmdlet', async () => {
    const document = await openFile(soundSpec);
    await eventually(
      async () => (await hover(document, 'enablePartnerDiscovery')).includes('CsAccessEdgeConfiguration'),
      true,
    );
  });

  test('completion offers the keys of the place', async () => {
    const document = await openFile('lyncFederation: 1\nserver:\n  \n');
    await eventually(() => labels(document, 'server:\n  '), ['product', 'edgeProduct', 'cumulativeUpdate']);
  });

  test('completion offers the providers and what a key can be', async () => {
    const document = await openFile(
      'lyncFederation: 1\nserver:\n  product: \nproviders:\n  public:\n    - identity: \n',
    );
    await eventually(async () => (await labels(document, '- identity: ')).includes('Skype'), true);
    same((await labels(document, 'product: ')).includes('lync-2013'), true);
  });

  test('symbols show the sections and what stands in them', async () => {
    const document = await openFile(soundSpec);
    await eventually(() => problems(document), []);
    const symbols = () =>
      commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const sections = ['server', 'edge', 'domains', 'providers', 'policies', 'dns', 'certificates'];
    await eventually(
      async () => (await symbols()).map(({ name }) => name).filter((name) => sections.includes(name)),
      sections,
    );
  });

  test('the server says what can be folded', async () => {
    const document = await openFile(`# Contoso,\n# as it was\n${soundSpec}`);
    const ranges = () => commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const first = async () => (await ranges()).find(({ start }) => start === 0);
    await eventually(async () => (await first())?.end, 1);
    same((await first())?.kind, FoldingRangeKind.Comment);
  });
});

async function labels(document: TextDocument, before: string): Promise<readonly string[]> {
  const place = after(document, before);
  const { uri } = document;
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, place);
  const fromServer = list.items.filter(({ kind }) => kind !== CompletionItemKind.Snippet); // the manifest's come everywhere
  return fromServer.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
