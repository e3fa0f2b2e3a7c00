// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the snippets of editors are written so
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClientCapabilities, Diagnostic, SnippetTextEdit, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundle, Client, changesOf, type Here, here, VSCODE } from './client.ts';

const URI = 'file:///contoso.lync.yaml';
const AOL = 'lyncFederation: 1\nasOf: 2014-07-02\nproviders:\n  public:\n    - identity: AOL\n      enabled: true\n';

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});

afterEach(() => {
  client.kill();
});

async function connected(
  ...args: Parameters<typeof Client.connected> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Client> {
  client = await Client.connected(server, ...args);
  return client;
}

function byCode(diagnostics: readonly Diagnostic[], code: string): readonly Diagnostic[] {
  return diagnostics.filter((one) => one.code === code);
}

describe('the server', () => {
  it('says what it can do', async () => {
    client = new Client(server);
    const { capabilities, serverInfo } = await client.initialize(VSCODE);
    expect(serverInfo).toEqual({ name: 'lync-federation' });
    expect(capabilities).toEqual({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [' ', ':', '-', '[', '{', ','] },
      signatureHelpProvider: { triggerCharacters: [' ', '-'] },
      definitionProvider: true,
      referencesProvider: true,
      documentFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['-'] },
      documentRangeFormattingProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      semanticTokensProvider: {
        legend: { tokenTypes: ['function', 'parameter', 'string', 'number', 'variable'], tokenModifiers: [] },
        full: true,
        range: true,
      },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.lyncFederation'] },
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      codeLensProvider: { resolveProvider: true },
      callHierarchyProvider: true,
      documentLinkProvider: {},
      inlayHintProvider: true,
      linkedEditingRangeProvider: true,
      selectionRangeProvider: true,
      executeCommandProvider: {
        commands: [
          'lyncFederation.server.insertCmdlets',
          'lyncFederation.server.setAsOf',
          'lyncFederation.server.lookAs',
        ],
      },
    });
    await client.until(() => client.registered[0]);
    expect(client.registered).toEqual(['workspace/didChangeConfiguration']);
  });

  it('leaves with 0 after a shutdown, with 1 without', async () => {
    client = await Client.connected(await bundle());
    expect(await client.stop()).toBe(0);
    client = await Client.connected(await bundle());
    await client.connection.sendNotification('exit');
    expect(await client.exited).toBe(1);
  });

  it('answers null for what is not open', async () => {
    await connected();
    expect(await client.hover('file:///other.lync.yaml', { line: 0, character: 0 })).toBeNull();
    expect(await client.symbols('file:///other.lync.yaml')).toBeNull();
  });

  it('tells other clients no more than they understand', async () => {
    await connected({});
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'yaml', version: 7, text: AOL },
    });
    const { version, diagnostics } = await client.until(() => client.published[0]);
    expect(version).toBeUndefined();
    const found = byCode(diagnostics, 'retired-provider')[0];
    expect(Object.keys(found ?? {}).toSorted()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    expect((await client.hover(URI, { line: 4, character: 17 }))?.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringMatching(/^AOL Instant Messenger\n/),
    });
    expect(await client.actions(URI, { start: { line: 4, character: 17 }, end: { line: 4, character: 17 } })).toEqual(
      [],
    );
  });
});

describe('diagnostics', () => {
  it('carry version, severity, code, link, tag, related places and data', async () => {
    await connected();
    const { version, diagnostics } = await client.open(
      URI,
      `${AOL}server: { product: lync-2013, product: lync-2010 }\n`,
    );
    expect(version).toBe(1);
    expect(byCode(diagnostics, 'retired-provider')).toEqual([
      {
        range: { start: { line: 4, character: 16 }, end: { line: 4, character: 19 } },
        severity: 1,
        code: 'retired-provider',
        codeDescription: {
          href: 'https://github.com/lync-federation/lync-federation/blob/main/docs/rules/retired-provider.md',
        },
        source: 'lync-federation',
        message: expect.stringContaining('`AOL` ended on 2014-06-30'),
        tags: [2],
        data: { rule: 'retired-provider' },
      },
    ]);
    expect(byCode(diagnostics, 'duplicate-key')[0]?.relatedInformation).toEqual([
      {
        location: { uri: URI, range: { start: { line: 6, character: 10 }, end: { line: 6, character: 17 } } },
        message: expect.any(String),
      },
    ]);
  });

  it('are followed by the status of the document', async () => {
    await connected();
    const { diagnostics } = await client.open(URI, AOL);
    const status = await client.until(() => client.statuses[0]);
    const count = (severity: number) => diagnostics.filter((one) => one.severity === severity).length;
    expect(status).toEqual({
      uri: URI,
      version: 1,
      asOf: '2014-07-02',
      from: 'spec',
      errors: count(1),
      warnings: count(2),
    });
    client.replace(URI, 'asOf: 2014-07-02\n', '');
    const now = await client.until(() => client.statuses[1]);
    expect([now.version, now.asOf, now.from]).toEqual([2, today(), 'today']);
  });

  it('are followed by no status for a client that would warn of it', async () => {
    await connected({ ...VSCODE, experimental: {} });
    await client.open(URI, AOL);
    await client.lenses(URI);
    expect(client.statuses).toEqual([]);
  });

  it('have the fixes of those alone that a client names, whatever the range', async () => {
    await connected();
    const { diagnostics } = await client.open(URI, AOL);
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const told = async (named: typeof diagnostics) =>
      (await client.actions(URI, whole, { diagnostics: named })).flatMap(
        ({ diagnostics: [one] = [] }) => one?.code ?? '',
      );
    const named = byCode(diagnostics, 'retired-provider').slice(0, 1);
    expect(new Set(await told(named))).toEqual(new Set(['retired-provider']));
    const stale = named.map((one) => ({ ...one, range: whole }));
    expect((await client.actions(URI, whole, { diagnostics: stale })).map(({ title }) => title)).toEqual(
      (await client.actions(URI, whole, { diagnostics: [] })).map(({ title }) => title),
    );
  });

  it('stand below a lens on each provider of which none tells the same', async () => {
    await connected();
    await client.open(URI, AOL.replace('enabled: true', 'enabled: false'));
    expect((await client.lenses(URI))?.flatMap(({ command }) => command?.title ?? [])).toEqual([
      'On 2014-07-02: ended; 2014-06-30 was the last day.',
    ]);
  });

  it('are followed, after a rest, by the next day on which the verdict changes', async () => {
    await connected();
    await client.open(URI, AOL.replace('asOf: 2014-07-02', 'asOf: 2014-05-02'));
    const status = await client.until(() => client.statuses.find(({ next }) => next !== undefined));
    expect(status).toMatchObject({ version: 1, asOf: '2014-05-02', next: '2014-07-01' });
  });

  it('are of the last version after a burst of changes, and of few others', async () => {
    await connected();
    await client.open(URI, AOL);
    for (let i = 0; i < 10; i++)
      client.replace(URI, 'AOL', `A${'x'.repeat(i)}OL`.replace(/^Ax*OL$/, i === 9 ? 'MSN' : 'AOL'));
    const { diagnostics } = await client.diagnostics(URI, 11);
    expect(byCode(diagnostics, 'retired-provider')[0]?.message).toContain('`MSN`');
    const versions = client.published.map(({ version }) => version ?? 0);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(versions.length).toBeLessThanOrEqual(4);
    expect(versions.at(-1)).toBe(11);
  });

  it('count in UTF-16 units', async () => {
    await connected();
    const { diagnostics } = await client.open(
      URI,
      'lyncFederation: 1\norganization: { name: "한국 😀 회사", nme: 1 }\n',
    );
    expect(byCode(diagnostics, 'unknown-key').map(({ range }) => range)).toEqual([
      { start: { line: 1, character: 34 }, end: { line: 1, character: 37 } },
    ]);
    client.edit(URI, [
      { range: { start: { line: 1, character: 26 }, end: { line: 1, character: 28 } }, newText: '가나다' },
    ]);
    const after = await client.diagnostics(URI, 2);
    expect(client.text(URI)).toBe('lyncFederation: 1\norganization: { name: "한국 가나다 회사", nme: 1 }\n');
    expect(byCode(after.diagnostics, 'unknown-key')[0]?.range.start).toEqual({ line: 1, character: 35 });
  });

  it('have the same places with CRLF and with a byte order mark', async () => {
    await connected();
    const plain = (await client.open(URI, AOL)).diagnostics;
    const crlf = (await client.open('file:///crlf.lync.yaml', AOL.replaceAll('\n', '\r\n'))).diagnostics;
    expect(crlf).toEqual(JSON.parse(JSON.stringify(plain).replaceAll(URI, 'file:///crlf.lync.yaml')));
    const bom = (await client.open('file:///bom.lync.yaml', `\ufeff${AOL}`)).diagnostics;
    expect(byCode(bom, 'retired-provider').map(({ range }) => range)).toEqual(
      byCode(plain, 'retired-provider').map(({ range }) => range),
    );
  });

  it('go when the document is closed', async () => {
    await connected();
    await client.open(URI, AOL);
    const before = client.published.length;
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    expect(await client.until(() => client.published[before])).toEqual({ uri: URI, diagnostics: [] });
    expect(await client.hover(URI, { line: 4, character: 17 })).toBeNull();
  });
});

describe('code actions', () => {
  it('repair the spec and insert the cmdlet', async () => {
    await connected();
    const { diagnostics } = await client.open(URI, AOL);
    const [action] = await client.actions(URI, client.rangeOf(URI, 'AOL'), { only: ['quickfix'] });
    expect(action).toMatchObject({
      title: 'Remove `AOL`, and add the command to the runbook',
      kind: 'quickfix',
      diagnostics: byCode(diagnostics, 'retired-provider'),
    });
    expect(action?.isPreferred).toBeUndefined();
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
    for (const [uri, edits] of changesOf(action?.edit ?? {})) client.edit(uri, edits);
    expect(client.text(URI)).toBe(
      'lyncFederation: 1\nasOf: 2014-07-02\ncmdlets:\n  - Remove-CsPublicProvider -Identity AOL\n',
    );
    expect(byCode((await client.diagnostics(URI)).diagnostics, 'retired-provider')).toEqual([]);
  });

  it('are preferred where they are safe', async () => {
    await connected();
    await client.open(URI, 'lyncFederation: 1\nprovider: {}\n');
    const found = await client.actions(URI, client.rangeOf(URI, 'provider'), { triggerKind: 2 });
    expect(found.map(({ title, isPreferred, kind }) => [title, isPreferred, kind])).toEqual([
      ['Rename `provider` to `providers`', true, 'quickfix'],
      ['Remove `provider`', undefined, 'quickfix'],
      ['Disable `unknown-key` on this line', undefined, 'quickfix'],
      ['Disable `unknown-key` in this file', undefined, 'quickfix'],
    ]);
  });

  it('disable a rule on a line', async () => {
    await connected();
    await client.open(URI, AOL);
    const found = await client.actions(URI, client.rangeOf(URI, 'AOL'));
    const disable = found.find(({ title }) => title === 'Disable `retired-provider` on this line');
    for (const [uri, edits] of changesOf(disable?.edit ?? {})) client.edit(uri, edits);
    expect(client.text(URI)).toBe(
      AOL.replace('AOL', 'AOL # lync-federation: ignore[retired-provider] say here why this is right'),
    );
    expect(byCode((await client.diagnostics(URI)).diagnostics, 'retired-provider')).toEqual([]);
  });

  it('disable a rule in a file, and the next one in the same comment', async () => {
    await connected();
    const text = `${AOL}nothing: 1\n`;
    await client.open(URI, text);
    for (const [place, rule] of [
      ['AOL', 'retired-provider'],
      ['nothing', 'unknown-key'],
    ] as const) {
      const found = await client.actions(URI, client.rangeOf(URI, place));
      const disable = found.find(({ title }) => title === `Disable \`${rule}\` in this file`);
      for (const [uri, edits] of changesOf(disable?.edit ?? {})) client.edit(uri, edits);
    }
    expect(client.text(URI)).toBe(
      `# lync-federation: ignore-file[retired-provider, unknown-key] say here why this is right\n${text}`,
    );
    const { diagnostics } = await client.diagnostics(URI);
    expect([...byCode(diagnostics, 'retired-provider'), ...byCode(diagnostics, 'unknown-key')]).toEqual([]);
  });

  it('fix all that is safe, and only where that is asked for', async () => {
    await connected();
    const text = 'lyncFederation: 1\r\nserver: { prodct: lync2013 }\r\nnothing: 1\r\n';
    await client.open(URI, text);
    const range = client.rangeOf(URI, 'server');
    for (const triggerKind of [1, 2]) {
      const offered = await client.actions(URI, range, { triggerKind });
      expect(offered.filter(({ kind }) => kind?.startsWith('source'))).toEqual([]);
    }
    const [action, ...others] = await client.actions(URI, range, { only: ['source.fixAll'] });
    expect([action?.title, action?.kind, others]).toEqual([
      'Fix all safe problems in this file',
      'source.fixAll.lyncFederation',
      [],
    ]);
    expect(changesOf(action?.edit ?? {})).toEqual(
      [
        [
          URI,
          [
            {
              range: { start: { line: 1, character: 14 }, end: { line: 1, character: 21 } },
              newText: expect.any(String),
            },
          ],
        ],
      ].map(([uri]) => [uri, expect.any(Array)]),
    );
    for (const [uri, edits] of changesOf(action?.edit ?? {})) client.edit(uri, edits);
    expect(client.text(URI)).toBe('lyncFederation: 1\r\nserver: { product: lync-2013 }\r\nnothing: 1\r\n');
    expect(await client.actions(URI, range, { only: ['refactor'] })).toEqual([]);
    expect(await client.actions(URI, range, { only: ['source.fixAll'] })).toEqual([]);
  });
});

describe('a fix that needs a value nobody knows', () => {
  const plain: ClientCapabilities = {
    ...VSCODE,
    workspace: { ...VSCODE.workspace, workspaceEdit: { documentChanges: true } },
  };

  it.each([
    [
      'shares a place to type at between the spec and the runbook',
      'Sales',
      'policies:\n  externalAccess:\n    - { identity: Sales, enableFederationAccess: true }\n',
      'policies:\n  externalAccess:\n    - { identity: Sales, enableFederationAccess: true, grantedTo: [<user of Sales>] }\ncmdlets:\n' +
        "  - Grant-CsExternalAccessPolicy -Identity '<user of Sales>' -PolicyName Sales\n",
      (text: string) => text.replaceAll('<user of Sales>', '${1:<user of Sales>}'),
    ],
    [
      'escapes what a snippet would expand',
      '2013-12-31',
      "certificates:\n  - { name: web, subject: sip.contoso.com, notAfter: 2013-12-31 }\ncmdlets:\n  - Get-CsCertificate -Type '${x}'\n",
      'certificates:\n  - { name: web, subject: sip.contoso.com, notAfter: <last day of the new certificate> }\ncmdlets:\n' +
        "  - Get-CsCertificate -Type '${x}'\n" +
        "  - Request-CsCertificate -New -Type AccessEdgeExternal -DomainName sip.contoso.com -Output 'C:\\web.csr'\n",
      (text: string) =>
        text
          .replace('<last day of the new certificate>', '${1:<last day of the new certificate>}')
          .replace('C:\\web.csr', 'C:\\\\web.csr'),
    ],
    [
      'begins several lines at the start of one',
      'corp.local',
      'edge:\n  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }\ndomains:\n  sip:\n    - corp.local\n' +
        'cmdlets:\n  - New-CsAllowedDomain -Identity fabrikam.com\n',
      'edge:\n  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }\ndomains:\n  sip:\n    - <registered domain>\n' +
        "cmdlets:\n  - New-CsSipDomain -Identity '<registered domain>'\n  - New-CsAllowedDomain -Identity fabrikam.com\n",
      (text: string) => text.replaceAll('<registered domain>', '${1:<registered domain>}'),
    ],
  ])('%s', async (_, at, before, after, asSnippet) => {
    const head = 'lyncFederation: 1\nasOf: 2014-03-01\nserver: { product: lync-2013 }\n';
    const text = head + before;
    for (const capabilities of [VSCODE, plain]) {
      await connected(capabilities);
      await client.open(URI, text);
      const [action] = await client.actions(URI, client.rangeOf(URI, at), { only: ['quickfix'] });
      const edits = (action?.edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
      if (capabilities === VSCODE) {
        expect(edits.every((edit) => 'snippet' in edit && edit.snippet.kind === 'snippet')).toBe(true);
        // A client indents further lines like the text before the place.
        expect(
          edits.filter(
            (edit) => 'snippet' in edit && edit.snippet.value.includes('\n') && edit.range.start.character > 0,
          ),
        ).toEqual([]);
        expect(applied(text, edits)).toBe(asSnippet(head + after));
      } else expect(applied(text, edits)).toBe(head + after);
      client.kill();
    }
  });

  it('is no part of what is fixed unasked', async () => {
    await connected();
    await client.open(URI, 'lyncFederation: 1\nserver: { cumulativeUpdate: 5 }\n');
    const range = client.rangeOf(URI, 'server');
    expect(await client.actions(URI, range, { only: ['source.fixAll'] })).toEqual([]);
    const [action] = await client.actions(URI, range, { only: ['quickfix'] });
    expect([action?.title, action?.isPreferred]).toEqual(['Add `product` (brings `placeholder-left`)', undefined]);
  });
});

/** A text after edits, of which snippets are put in as they are written. */
function applied(text: string, edits: readonly (TextEdit | SnippetTextEdit)[]): string {
  const document = TextDocument.create(URI, 'lync-federation', 1, text);
  return TextDocument.applyEdits(
    document,
    edits.map((edit) => ('snippet' in edit ? { range: edit.range, newText: edit.snippet.value } : edit)),
  );
}

describe('requests', () => {
  it('hover shows the licence of a provider', async () => {
    await connected();
    await client.open(URI, AOL.replace('AOL', 'Yahoo!'));
    const found = await client.hover(URI, { line: 4, character: 18 });
    expect(found?.range).toEqual({ start: { line: 4, character: 16 }, end: { line: 4, character: 22 } });
    expect(found?.contents).toEqual({
      kind: 'markdown',
      value: expect.stringContaining('- Licence needed: Public IM Connectivity User Subscription Licence (PIC USL)'),
    });
  });

  it('are answered for the version that was sent last', async () => {
    await connected();
    await client.open(URI, AOL);
    client.replace(URI, 'AOL', 'Skype');
    const found = await client.hover(URI, { line: 4, character: 20 });
    expect(found?.contents).toMatchObject({ value: expect.stringMatching(/^### Skype\n/) });
    client.replace(URI, '      enabled: true\n', '      ena');
    const items = await client.completion(URI, { line: 5, character: 9 });
    expect(items?.find(({ label }) => label === 'enabled')?.textEdit).toEqual({
      range: { start: { line: 5, character: 6 }, end: { line: 5, character: 9 } },
      newText: 'enabled: ${1|true,false|}',
    });
  });

  it('completion keeps its order, its indentation and strikes out what has ended', async () => {
    await connected();
    await client.open(URI, 'asOf: 2015-01-01\nproviders:\n  public:\n    - ');
    const items = (await client.completion(URI, { line: 3, character: 6 })) ?? [];
    expect(
      items
        .slice(0, 2)
        .map(({ label, sortText, tags, insertTextMode, insertTextFormat, kind }) => [
          label,
          sortText,
          tags,
          insertTextMode,
          insertTextFormat,
          kind,
        ]),
    ).toEqual([
      ['Skype', '0000', undefined, 1, 2, 15],
      ['Windows Live Messenger', '0001', [1], 1, 2, 15],
    ]);
    expect(items[1]?.textEdit?.newText).toBe(
      'identity: Messenger\n      proxyFqdn: federation.messenger.msn.com\n      enabled: ${1|true,false|}',
    );
  });

  it('completion suits a client that indents and knows no snippets', async () => {
    await connected({});
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'yaml', version: 1, text: 'providers:\n  public:\n    - ' },
    });
    const items = (await client.completion(URI, { line: 2, character: 6 })) ?? [];
    expect(items.find(({ label }) => label === 'Windows Live Messenger')?.textEdit?.newText).toBe(
      'identity: Messenger\n  proxyFqdn: federation.messenger.msn.com\n  enabled: true',
    );
    expect(items.find(({ label }) => label === 'nameDecorationExcludedDomainList')?.textEdit?.newText).toBe(
      'nameDecorationExcludedDomainList:\n    - ',
    );
  });

  it('symbols and folding ranges follow the sections', async () => {
    await connected();
    await client.open(URI, AOL);
    const found = (await client.symbols(URI)) ?? [];
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([
      ['lyncFederation', 7],
      ['asOf', 7],
      ['providers', 2],
    ]);
    expect(found[2]).toEqual({
      name: 'providers',
      kind: 2,
      range: { start: { line: 2, character: 0 }, end: { line: 5, character: 19 } },
      selectionRange: { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } },
      children: [
        {
          name: 'public',
          kind: 18,
          range: { start: { line: 3, character: 2 }, end: { line: 5, character: 19 } },
          selectionRange: { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } },
          children: [
            {
              name: 'AOL',
              kind: 19,
              range: { start: { line: 4, character: 6 }, end: { line: 5, character: 19 } },
              selectionRange: { start: { line: 4, character: 16 }, end: { line: 4, character: 19 } },
            },
          ],
        },
      ],
    });
    expect(await client.folding(URI)).toEqual([
      { startLine: 2, endLine: 5 },
      { startLine: 3, endLine: 5 },
      { startLine: 4, endLine: 5 },
    ]);
  });
});

describe('settings', () => {
  const UNDATED = AOL.replace('asOf: 2014-07-02\n', '');

  it('set the date and the severity of rules, anew at each change', async () => {
    await connected(VSCODE, { settings: { asOf: '2014-05-01', rules: { 'retired-provider': 'info' } } });
    const first = await client.open(URI, UNDATED);
    expect(byCode(first.diagnostics, 'retired-provider').map(({ severity }) => severity)).toEqual([3]);
    expect(await client.until(() => client.statuses[0])).toMatchObject({ asOf: '2014-05-01', from: 'setting' });

    client.settings = { asOf: '2014-07-02', rules: {} };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const second = await client.until(() => client.published[1]);
    expect(byCode(second.diagnostics, 'retired-provider').map(({ severity }) => severity)).toEqual([1]);

    client.settings = { asOf: '2014-07-02', rules: { 'retired-provider': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const third = await client.until(() => client.published[2]);
    expect(byCode(third.diagnostics, 'retired-provider')).toEqual([]);
  });

  it('come with the notification where they cannot be asked for', async () => {
    const { configuration: _, ...workspace } = VSCODE.workspace ?? {};
    await connected({ ...VSCODE, workspace }, { initializationOptions: { asOf: '2014-05-01' } });
    const first = await client.open(URI, UNDATED);
    expect(byCode(first.diagnostics, 'retired-provider').map(({ severity }) => severity)).toEqual([2]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { lyncFederation: { asOf: '2014-03-01' } },
    });
    const second = await client.until(() => client.published[1]);
    expect(byCode(second.diagnostics, 'retired-provider')).toEqual([]);
  });

  it('that make no sense are named in the log, once, and have no effect', async () => {
    await connected(VSCODE, {
      settings: { asOf: '2014-02-30', rules: { 'retired-provider': 'info', 'no-rule': 'off', 'srv-port': 3 } },
    });
    const { diagnostics } = await client.open(URI, AOL);
    await client.open('file:///other.lync.yaml', AOL);
    expect(byCode(diagnostics, 'retired-provider').map(({ severity }) => severity)).toEqual([3]);
    expect(client.log).toEqual([
      'Settings that are not understood and have no effect: lyncFederation.asOf: "2014-02-30", lyncFederation.rules.no-rule: "off", lyncFederation.rules.srv-port: 3',
    ]);
  });
});

describe('commands', () => {
  it('insert the cmdlets of all problems and leave the rest', async () => {
    await connected();
    await client.open(URI, `${AOL}    - identity: Yahoo!\n      enabled: true\n`);
    expect(await client.execute('lyncFederation.server.insertCmdlets', URI)).toBe(true);
    expect(client.text(URI)).toMatch(/^ {4}- identity: AOL$/m);
    expect(client.text(URI)).toMatch(/^ {2}- Remove-CsPublicProvider -Identity AOL$/m);
    expect(client.text(URI)).toMatch(/^ {2}- Remove-CsPublicProvider -Identity 'Yahoo!'$/m);
    await client.diagnostics(URI);
    expect(await client.execute('lyncFederation.server.insertCmdlets', URI)).toBe(false);
    expect(client.shown).toEqual(['No problem in this file has a cmdlet that is missing from `cmdlets`.']);
  });

  it('set the date of the spec', async () => {
    await connected();
    await client.open(URI, AOL);
    expect(await client.execute('lyncFederation.server.setAsOf', URI, '2014-03-01')).toBe(true);
    expect(client.text(URI)).toBe(AOL.replace('2014-07-02', '2014-03-01'));
    expect(byCode((await client.diagnostics(URI, 2)).diagnostics, 'retired-provider')).toEqual([]);
    await client.open('file:///new.lync.yaml', '');
    await client.execute('lyncFederation.server.setAsOf', 'file:///new.lync.yaml', '2014-03-01');
    expect(client.text('file:///new.lync.yaml')).toBe('lyncFederation: 1\nasOf: 2014-03-01\n');
  });

  it.each([
    [
      ['lyncFederation.server.setAsOf', URI, '2014-02-30'],
      '`2014-02-30` is not a date; write one such as `2014-06-30`.',
    ],
    [
      ['lyncFederation.server.setAsOf', 'file:///closed.lync.yaml', '2014-03-01'],
      '`file:///closed.lync.yaml` is not open in the editor.',
    ],
    [['lyncFederation.server.insertCmdlets'], '`undefined` is not open in the editor.'],
  ] as const)('say what stands in the way: %j', async ([command, ...args], message) => {
    await connected();
    await client.open(URI, AOL);
    expect(await client.execute(command, ...args)).toBe(false);
    expect(client.shown).toEqual([message]);
    expect(client.text(URI)).toBe(AOL);
  });
});

describe('garbage', () => {
  const deep = '['.repeat(200);
  const garbage = [
    '',
    ' ',
    '\ufeff',
    '\t',
    '-',
    ':',
    '{',
    '[',
    '"',
    "'",
    '|',
    '? ',
    '&a *a',
    '*b',
    '---\n---\n',
    '%YAML 9\n---\n',
    'a: b: c',
    '- a\nb: c',
    '\u0000\u0001',
    '\ud800',
    '😀: {',
    'a:\r\rb',
    deep,
    'lyncFederation: {}\nserver: []\nedge: 1\ndomains: x\nproviders: [public]\npolicies: null\ndns: { srv: {}, hosts: [1, [2], { a: [] }] }\ncertificates: [null, x]\ncmdlets: [1, null, {}, []]\n',
    'cmdlets:\n  - "\n  - New-Cs -\n  - | ; { ( "\n  - New-CsPublicProvider -Identity\n',
    '# lync-federation: ignore[\n# lync-federation: ignore[]\n',
    readFileSync(new URL('./client.ts', import.meta.url), 'utf8'),
  ];

  it('of any kind is answered, and the server lives on', async () => {
    await connected();
    await client.open(URI, AOL);
    for (const text of garbage) {
      client.rewrite(URI, text);
      const { diagnostics, version } = await client.diagnostics(URI);
      const document = TextDocument.create(URI, 'yaml', 1, text);
      const end = document.positionAt(text.length);
      const range = { start: { line: 0, character: 0 }, end };
      for (const position of [range.start, end, { line: 9999, character: 9999 }]) {
        await client.hover(URI, position);
        expect(await client.completion(URI, position), text.slice(0, 20)).not.toBeNull();
      }
      expect(await client.symbols(URI), text.slice(0, 20)).not.toBeNull();
      expect(await client.folding(URI), text.slice(0, 20)).not.toBeNull();
      expect(Array.isArray(await client.actions(URI, range, { only: ['quickfix', 'source.fixAll'] }))).toBe(true);
      expect([version, Array.isArray(diagnostics)]).toEqual([client.documents.get(URI)?.version, true]);
    }
    expect(client.log).toEqual([]);
    client.rewrite(URI, AOL);
    expect(byCode((await client.diagnostics(URI)).diagnostics, 'retired-provider')).toHaveLength(1);
  });

  it('in parameters is answered as well', async () => {
    await connected();
    await client.open(URI, AOL);
    expect((await client.hover(URI, { line: -1, character: -5 }))?.range).toEqual(
      client.rangeOf(URI, 'lyncFederation'),
    );
    expect(await client.execute('lyncFederation.server.nothing', URI)).toBe(false);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: 'x' });
    expect((await client.until(() => client.published[1])).version).toBe(1);
  });
});

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

describe('all fixes, with a look at each', () => {
  const BOTH = `${AOL}domains:\n  allowed:\n    - domain: fabrikam.com\n      markForMonitoring: yes\n`;
  const asked = { only: ['source.reviewAll'] };
  const everything = { start: { line: 0, character: 0 }, end: { line: 12, character: 0 } };
  const annotating: ClientCapabilities = {
    ...VSCODE,
    workspace: {
      ...VSCODE.workspace,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    },
    textDocument: {
      ...VSCODE.textDocument,
      codeAction: { ...VSCODE.textDocument?.codeAction, honorsChangeAnnotations: true },
    },
  };

  it('marks what a person has to confirm', async () => {
    await connected(annotating);
    await client.open(URI, BOTH);
    const [action] = await client.actions(URI, everything, asked);
    const annotations = Object.values(action?.edit?.changeAnnotations ?? {});
    expect(annotations.map(({ needsConfirmation }) => needsConfirmation).toSorted()).toEqual([false, true]);
    expect(await client.actions(URI, everything, { only: ['source.fixAll'] })).toMatchObject([
      { kind: 'source.fixAll.lyncFederation' },
    ]);
  });

  it('is not there for a client that cannot ask', async () => {
    await connected(VSCODE);
    await client.open(URI, BOTH);
    expect(await client.actions(URI, everything, asked)).toEqual([]);
  });
});

describe('completions whose text is read later', () => {
  const item = VSCODE.textDocument?.completion?.completionItem;
  const resolving: ClientCapabilities = {
    ...VSCODE,
    textDocument: {
      ...VSCODE.textDocument,
      completion: { completionItem: { ...item, resolveSupport: { properties: ['documentation', 'detail'] } } },
    },
  };

  it('come without it, and get it when they are looked at', async () => {
    await connected(resolving);
    await client.open(URI, 'lyncFederation: 1\nserver:\n  product: \n');
    const offered = (await client.completion(URI, { line: 2, character: 11 })) ?? [];
    const lync = offered.find(({ label }) => label === 'lync-2013');
    expect(offered.some(({ documentation }) => documentation !== undefined)).toBe(false);
    expect((await client.resolve(lync ?? { label: '' })).documentation).toMatchObject({ kind: 'markdown' });
  });

  it('stay as they are when there is a newer list', async () => {
    await connected(resolving);
    await client.open(URI, 'lyncFederation: 1\nserver:\n  product: \n');
    const [old] = (await client.completion(URI, { line: 2, character: 11 })) ?? [];
    await client.completion(URI, { line: 3, character: 0 });
    expect(await client.resolve(old ?? { label: '' })).toEqual(old);
  });
});
