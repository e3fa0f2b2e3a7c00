import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type CodeLens,
  CodeLensResolveRequest,
  type DocumentLink,
  DocumentLinkRequest,
  type InlayHint,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  type LinkedEditingRanges,
  type Range,
  type SelectionRange,
  SelectionRangeRequest,
} from 'vscode-languageserver/node';
import { REPOSITORY } from '../../server/src/features/docs-url.ts';
import { makeSpec } from '../bench/spec.ts';
import { Client, type Here, here, VSCODE } from './client.ts';

const URI = 'file:///specs/contoso.lync.yaml';
const textDocument = { uri: URI };

const SPEC = `lyncFederation: 1
asOf: 2014-03-01
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
domains:
  sip: [contoso.com]
  allowed:
    - fabrikam.com # lync-federation: ignore[partner-unreviewed] see https://contoso.com/42.
providers:
  public:
    - { identity: AOL, enabled: true }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
certificates:
  - name: access-edge
    file: certificates/access edge.pem
cmdlets:
  - New-CsAllowedDomain -Identity fabrikam.com
`;

/** The commands that our client says it has. */
const OURS = {
  ...VSCODE,
  experimental: {
    status: true,
    commands: {
      commands: [
        'lyncFederation.setAsOf',
        'lyncFederation.previewPlan',
        'lyncFederation.explainChat',
        'lyncFederation.showReferences',
      ],
    },
  },
};

/** What there is today, the clock decides. */
const DAY = expect.stringMatching(/^as of 2014-03-01, next change 2014-04-01; by today errors: \d+, warnings: \d+$/);

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});

afterEach(() => {
  client.kill();
});

async function opened(text: string, capabilities = VSCODE, more = {}): Promise<void> {
  client = await Client.connected(server, capabilities, more);
  await client.open(URI, text);
}

/** The part of the document in a range. */
function read({ start, end }: Range): string {
  const document = client.documents.get(URI);
  return document?.getText({ start, end }) ?? '';
}

function at(text: string) {
  return client.rangeOf(URI, text).start;
}

describe('selection ranges', () => {
  it('are those of each of several places', async () => {
    await opened(SPEC);
    const positions = [at('fabrikam'), at('AOL')];
    const found = await client.ask<SelectionRange[]>(SelectionRangeRequest.type, { textDocument, positions });
    const chain = (one: SelectionRange | undefined): readonly string[] =>
      one === undefined ? [] : [read(one.range), ...chain(one.parent)];
    expect(found.map((one) => chain(one).slice(0, 3))).toEqual([
      ['fabrikam', 'fabrikam.com', '- fabrikam.com'],
      ['AOL', 'identity: AOL', '{ identity: AOL, enabled: true }'],
    ]);
    expect(found.map((one) => chain(one).at(-1))).toEqual([SPEC, SPEC]);
  });
});

describe('document links', () => {
  it('lead to pages, and to files beside the spec', async () => {
    await opened(SPEC.replace('partner-unreviewed', 'allowed-and-blocked'), {
      ...VSCODE,
      textDocument: { ...VSCODE.textDocument, documentLink: { tooltipSupport: true } },
    });
    const found = await client.ask<DocumentLink[]>(DocumentLinkRequest.type, { textDocument });
    expect(found.map(({ range, target, tooltip }) => [read(range), target, tooltip])).toEqual([
      [
        'allowed-and-blocked',
        `${REPOSITORY}/blob/main/docs/rules/allowed-and-blocked.md`,
        'What `allowed-and-blocked` means',
      ],
      ['https://contoso.com/42', 'https://contoso.com/42', undefined],
      ['certificates/access edge.pem', 'file:///specs/certificates/access%20edge.pem', 'Open the certificate'],
    ]);
  });

  it('say nothing on the way to a client that shows nothing', async () => {
    await opened(SPEC);
    const found = await client.ask<DocumentLink[]>(DocumentLinkRequest.type, { textDocument });
    expect(found.map((link) => Object.keys(link))).toEqual([
      ['range', 'target'],
      ['range', 'target'],
    ]);
  });
});

describe('linked editing', () => {
  it('goes over all places of a name', async () => {
    await opened(SPEC);
    const position = at('fabrikam');
    const found = await client.ask<LinkedEditingRanges>(LinkedEditingRangeRequest.type, { textDocument, position });
    expect(found.ranges.map(read)).toEqual(['fabrikam.com', 'fabrikam.com']);
    expect(found.ranges.map(({ start }) => start.line)).toEqual([7, 18]);
    const pattern = new RegExp(`^(?:${found.wordPattern})$`);
    expect(['litware-inc.com', 'site:Redmond', 'a b', "o'neil", 'a: b'].map((name) => pattern.test(name))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('has nothing where a name stands alone', async () => {
    await opened(SPEC);
    const position = at('access-edge');
    expect(await client.ask(LinkedEditingRangeRequest.type, { textDocument, position })).toBeNull();
  });
});

describe('inlay hints', () => {
  it('tell what the lines on the screen leave unsaid', async () => {
    await opened(SPEC.replace('2014-03-01', '2014-07-01').replace('AOL, enabled: true', 'AOL, enabled: false'));
    const { end } = client.rangeOf(URI, 'policies');
    const range = { start: { line: 0, character: 0 }, end };
    const found = await client.ask<InlayHint[]>(InlayHintRequest.type, { textDocument, range });
    expect(found.map(({ position, label, paddingLeft }) => [position.line, label, paddingLeft])).toEqual([
      [7, 'allowed partner domain', true],
      [10, 'ended 2014-06-30', true],
    ]);
    expect(found[1]?.tooltip).toEqual({
      kind: 'markdown',
      value: `On 2014-07-01: ended; 2014-06-30 was the last day. [Sources](${REPOSITORY}/blob/main/docs/facts.md#providers.aol)`,
    });
  });

  it('come for the lines that are asked for, and no others', async () => {
    await opened(makeSpec(1000).text);
    const start = at('partner-00500');
    const range = { start, end: { line: start.line + 50, character: 0 } };
    const found = await client.ask<InlayHint[]>(InlayHintRequest.type, { textDocument, range });
    expect(found.length).toBeGreaterThan(15);
    expect(found.every(({ position: { line } }) => line >= range.start.line && line <= range.end.line)).toBe(true);
  });
});

/** Uses are shown to who asks for them. */
const WITH_USES = { settings: { codeLens: { uses: true } } };

describe('code lenses', () => {
  it('run the commands of our client', async () => {
    await opened(SPEC, OURS, WITH_USES);
    const found = await resolved();
    expect(found.map(({ range, command }) => [read(range), command?.title, command?.command])).toEqual([
      ['lyncFederation', DAY, 'lyncFederation.setAsOf'],
      ['lyncFederation', 'Preview plan', 'lyncFederation.previewPlan'],
      ['fabrikam.com', 'Why does chat not work?', 'lyncFederation.explainChat'],
      ['fabrikam.com', '1 use', 'lyncFederation.showReferences'],
      ['AOL', 'On 2014-03-01: available, until 2014-06-30.', 'lyncFederation.explainChat'],
    ]);
    expect(found[2]?.command?.arguments).toEqual([URI, 'fabrikam.com']);
    const use = client.rangeOf(URI, 'Identity fabrikam.com');
    const start = { line: use.start.line, character: use.start.character + 'Identity '.length };
    expect(found[3]?.command?.arguments).toEqual([URI, at('fabrikam'), [{ uri: URI, range: { start, end: use.end } }]]);
  });

  it('are text in another client, and go without what only leads somewhere', async () => {
    await opened(SPEC, VSCODE, WITH_USES);
    expect((await resolved()).map(({ command }) => command)).toEqual([
      { title: DAY, command: '' },
      { title: '1 use', command: '' },
      { title: 'On 2014-03-01: available, until 2014-06-30.', command: '' },
    ]);
  });

  it('count the uses in all files of the workspace', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lync-federation-'));
    writeFileSync(join(folder, 'partners.ps1'), 'Set-CsAllowedDomain fabrikam.com -Comment "Ann"\n');
    const uri = pathToFileURL(folder).toString();
    await opened(SPEC, OURS, { ...WITH_USES, workspaceFolders: [{ uri, name: 'specs' }] });
    const uses = (await resolved()).find(({ command }) => command?.title.endsWith(' uses'));
    expect(uses?.command?.title).toBe('2 uses');
    expect(uses?.command?.arguments?.[2]).toEqual([
      { uri: URI, range: expect.anything() },
      { uri: `${uri}/partners.ps1`, range: { start: { line: 0, character: 20 }, end: { line: 0, character: 32 } } },
    ]);
  });

  it('do not look ahead while somebody types, nor in a long spec', async () => {
    await opened(SPEC, OURS);
    const [day] = (await client.lenses(URI)) ?? [];
    const asked = client.ask<CodeLens>(CodeLensResolveRequest.type, { ...day });
    client.replace(URI, 'access edge', 'access_edge');
    expect((await asked).command?.title).toBe('as of 2014-03-01');
    client.rewrite(URI, makeSpec(1000).text);
    expect((await resolved())[0]?.command?.title).toBe('as of 2019-03-22');
  });

  it('that nobody made are no reason to fail', async () => {
    await opened(SPEC);
    const range = client.rangeOf(URI, 'AOL');
    for (const data of [undefined, 1, { uri: 1 }, { uri: 'file:///x' }, { uri: URI, object: { noun: 1 } }]) {
      const { command } = await client.ask<CodeLens>(CodeLensResolveRequest.type, { range, data });
      expect(command).toEqual({ title: '', command: '' });
    }
  });

  async function resolved(): Promise<readonly CodeLens[]> {
    const found = (await client.lenses(URI)) ?? [];
    return Promise.all(
      found.map((lens) => (lens.command ? lens : client.ask<CodeLens>(CodeLensResolveRequest.type, lens))),
    );
  }
});

describe('the call hierarchy', () => {
  it('leads from policies to domains and back', async () => {
    await opened(SPEC);
    const policy = await prepared('global');
    expect(policy).toMatchObject({ name: 'global', detail: 'External access policy', uri: URI });
    const calls = await outgoing(policy);
    expect(calls.map(({ to, fromRanges }) => [to.name, fromRanges.length])).toEqual([
      ['AOL', 1],
      ['domains.allowed', 1],
    ]);
    const [aol, allowed] = calls.map(({ to }) => to);
    expect((await outgoing(aol)).map(({ to }) => to.name)).toEqual(['contoso.com']);
    expect((await outgoing(allowed)).map(({ to }) => [to.name, read(to.selectionRange)])).toEqual([
      ['fabrikam.com', 'fabrikam.com'],
    ]);
    const sip = await prepared('contoso.com');
    expect((await incoming(sip)).map(({ from }) => from.name)).toEqual(['AOL']);
    expect((await incoming(aol)).map(({ from, fromRanges }) => [from.name, fromRanges.map(read)])).toEqual([
      ['global', ['true']],
    ]);
  });

  it('ends where the text has become another one', async () => {
    await opened(SPEC);
    const policy = await prepared('global');
    client.replace(URI, 'identity: global', 'identity: Sales');
    expect(await outgoing(policy)).toEqual([]);
    expect(await outgoing({ ...policy, data: 'policies' })).toEqual([]);
  });

  async function prepared(name: string): Promise<CallHierarchyItem> {
    const params = { textDocument, position: at(name) };
    const [item] = await client.ask<CallHierarchyItem[]>(CallHierarchyPrepareRequest.type, params);
    if (item === undefined) throw new Error(`nothing at ${name}`);
    return item;
  }

  function outgoing(item: CallHierarchyItem | undefined): Promise<CallHierarchyOutgoingCall[]> {
    return client.ask(CallHierarchyOutgoingCallsRequest.type, { item });
  }

  function incoming(item: CallHierarchyItem | undefined): Promise<CallHierarchyIncomingCall[]> {
    return client.ask(CallHierarchyIncomingCallsRequest.type, { item });
  }
});
