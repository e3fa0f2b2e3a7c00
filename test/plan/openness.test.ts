import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { render } from '../../server/src/cmdlets/command.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { drift } from '../../server/src/plan/drift.ts';
import { readOpenness } from '../../server/src/plan/import/openness.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { plan } from '../../server/src/plan/plan.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';

const OPEN = 'AllowAllKnownDomains';

describe('which domains a tenant allows', () => {
  it.each([
    ['the word', OPEN, OPEN],
    ['the name of its type', `Microsoft.Rtc.Management.WritableConfig.Settings.Edge.${OPEN}`, OPEN],
    ['the object that JSON writes without properties', {}, OPEN],
    [
      'the object with its element',
      { Element: `<${OPEN} xmlns="urn:schema:Microsoft.Rtc.Management.Settings.Edge.2008" />` },
      OPEN,
    ],
    ['nothing', null, []],
    ['a blank', '  ', []],
    ['an empty list', [], []],
    ['an empty list in its object', { AllowedDomain: [] }, []],
    ['nothing in its object', { AllowedDomain: null }, []],
    ['one domain', 'Domain=fabrikam.com', ['fabrikam.com']],
    ['domains in a text', 'Domain=fabrikam.com,Domain=litwareinc.com', ['fabrikam.com', 'litwareinc.com']],
    [
      'a list in its object',
      { AllowedDomain: ['Domain=fabrikam.com', 'Domain=litwareinc.com'] },
      ['fabrikam.com', 'litwareinc.com'],
    ],
    ['one domain in its object', { AllowedDomain: 'Domain=fabrikam.com' }, ['fabrikam.com']],
    ['objects in a list', [{ Domain: 'fabrikam.com' }], ['fabrikam.com']],
    ['an object that was cut off', '@{AllowedDomain=System.Object[]}', undefined],
    ['a list that was cut off', ['System.Object[]'], undefined],
    ['a number', 3, undefined],
    ['an object of another kind', { Colour: 'blue' }, undefined],
    ['the word among domains', [OPEN, 'fabrikam.com'], undefined],
  ])('is told by %s', (_, raw, expected) => {
    expect(readOpenness(raw)).toEqual(expected);
  });
});

/** The section that an import writes for the tenant, without comments, and what is told of it. */
function imported(text: string, source = 'Get-CsTenantFederationConfiguration.json') {
  const { text: spec, notes } = importSpec(readFound([{ source, text }]).found);
  const lines = spec.split('\n').filter((line) => /^ +allowedDomains/.test(line));
  return { list: lines.map((line) => line.trim()), notes: notes.map((note) => inEnglish(note)) };
}

const asJson = (allowed: unknown) =>
  JSON.stringify({ Identity: 'Global', AllowFederatedUsers: true, AllowedDomains: allowed });

describe('an import', () => {
  it('writes no list for an open tenant, an empty one for a closed one', () => {
    expect(imported(asJson({}))).toEqual({ list: [], notes: [] });
    expect(imported(asJson(OPEN))).toEqual({ list: [], notes: [] });
    expect(imported(asJson([]))).toEqual({ list: ['allowedDomains: []'], notes: [] });
    expect(imported(asJson({ AllowedDomain: ['Domain=fabrikam.com'] })).list).toEqual([
      'allowedDomains: [fabrikam.com]',
    ]);
  });

  it('takes what a console leaves blank, or shows in empty braces, for a closed tenant', () => {
    for (const shown of ['', ' {}']) {
      const text = `AllowedDomains      :${shown}\nAllowFederatedUsers : True\nBlockedDomains      : {}\n`;
      expect(imported(text, 'Get-CsTenantFederationConfiguration.txt').list).toEqual(['allowedDomains: []']);
    }
  });

  it('writes what it cannot read in a way that no reader takes for open', () => {
    const { list, notes } = imported(asJson('@{AllowedDomain=System.Object[]}'));
    expect(list).toEqual(['allowedDomains: [<allowed domains>]']);
    expect(notes).toEqual([
      'Get-CsTenantFederationConfiguration.json: `CsTenantFederationConfiguration Global AllowedDomains` is kept as a comment. It does not tell which domains are allowed.',
    ]);
  });

  it('follows a script as far as it can be told without running it', () => {
    const script = (value: string) =>
      imported(`$x = New-CsEdge${OPEN}\nSet-CsTenantFederationConfiguration ${value}\n`, 'tenant.ps1').list;
    expect(script('-AllowFederatedUsers $true -AllowedDomains $x')).toEqual([]);
    expect(script('-AllowFederatedUsers $true -AllowedDomains $null')).toEqual(['allowedDomains: []']);
    expect(script('-AllowedDomainsAsAList fabrikam.com')).toEqual(['allowedDomains: [fabrikam.com]']);
    expect(script('-AllowedDomainsAsAList $list')).toEqual(['allowedDomains: [<allowed domains>]']);
  });

  it('reads what ConvertTo-Json cut, but for what is lost', () => {
    const text = JSON.stringify({
      CsAllowedDomain: ['@{Identity=fabrikam.com; Domain=fabrikam.com; ProxyFqdn=; Comment=first; second}'],
      CsTenantFederationConfiguration: '@{Identity=Global; AllowFederatedUsers=True; AllowedDomains=System.Object[]}',
    });
    const { text: spec } = importSpec(readFound([{ source: 'cut.json', text }]).found);
    expect(spec).toContain('- domain: fabrikam.com\n      comment: first; second\n');
    expect(spec).toContain('allowedDomains: [<allowed domains>]');
    expect(spec).toContain('ConvertTo-Json` cut it off; give it `-Depth 6`');
  });
});

function compared(list: string, allowed: unknown) {
  const { spec } = readSpec(`lyncFederation: 1\ntenant:\n  allowFederatedUsers: true\n${list}`);
  const wanted = declared(spec, catalog);
  const text = JSON.stringify({
    version: 1,
    objects: { CsTenantFederationConfiguration: { AllowedDomains: allowed } },
  });
  const { state, notes } = readCapture([{ source: 'live.json', text }]);
  return {
    commands: plan(wanted, state).steps.flatMap(({ commands }) => commands.map(render)),
    back: plan(wanted, state).steps.flatMap(({ undo }) => undo.map(render)),
    drift: drift(wanted, state).differences.length,
    notes: [...wanted.leftOut.map(({ message }) => message), ...notes].map((note) => inEnglish(note)),
  };
}

describe('what the tenant no longer takes', () => {
  const { spec } = readSpec('lyncFederation: 1\ntenant:\n  allowFederatedUsers: true\n  allowPublicUsers: true\n');
  const live = JSON.stringify({
    version: 1,
    objects: { CsTenantFederationConfiguration: { AllowPublicUsers: false } },
  });
  const { state } = readCapture([{ source: 'live.json', text: live }]);
  const on = (asOf: string) => {
    const wanted = declared(spec, catalog, asOf);
    const commands = plan(wanted, state).steps.flatMap((step) => step.commands.map(render));
    return { commands, notes: wanted.leftOut.map(({ message }) => inEnglish(message)) };
  };

  it('is planned to its last day and left out from then on', () => {
    expect(on('2025-05-04')).toEqual({
      commands: ['Set-CsTenantFederationConfiguration -AllowPublicUsers $true'],
      notes: [],
    });
    expect(on('2025-05-05')).toEqual({
      commands: [],
      notes: ['`-AllowPublicUsers` can no longer be used since 2025-05-05, so it is left out.'],
    });
  });
});

it('plans nothing of servers for a tenant alone', () => {
  const parts =
    'domains: { sip: [contoso.com], allowed: [fabrikam.com] }\npolicies: { externalAccess: [{ identity: global }] }\n';
  const nouns = (head: string) =>
    declared(readSpec(`lyncFederation: 1\n${head}\n${parts}`).spec, catalog).scopes.map(({ noun }) => noun);
  expect(nouns('tenant: {}')).toEqual(['CsExternalAccessPolicy', 'CsTenantFederationConfiguration']);
  expect(nouns('server: { product: sfb-2019 }')).toEqual(['CsSipDomain', 'CsAllowedDomain', 'CsExternalAccessPolicy']);
});

describe('a plan', () => {
  it('leads back to open, to a list and to nobody', () => {
    const open = `Set-CsTenantFederationConfiguration -AllowedDomains (New-CsEdge${OPEN})`;
    const listed = 'Set-CsTenantFederationConfiguration -AllowedDomainsAsAList fabrikam.com';
    const closed = 'Set-CsTenantFederationConfiguration -AllowedDomains $null';
    expect(compared('', ['fabrikam.com'])).toMatchObject({ commands: [open], back: [listed], drift: 1 });
    expect(compared('', [])).toMatchObject({ commands: [open], back: [closed], drift: 1 });
    expect(compared('  allowedDomains: [fabrikam.com]\n', OPEN)).toMatchObject({
      commands: [listed],
      back: [open],
      drift: 1,
    });
    expect(compared('  allowedDomains: []\n', {})).toMatchObject({ commands: [closed], back: [open], drift: 1 });
  });

  it('has nothing to do where both sides say the same', () => {
    const nothing = { commands: [], back: [], drift: 0, notes: [] };
    expect(compared('', OPEN)).toEqual(nothing);
    expect(compared('', {})).toEqual(nothing);
    expect(compared('  allowedDomains: []\n', null)).toEqual(nothing);
    expect(compared('  allowedDomains: [Fabrikam.com]\n', { AllowedDomain: ['Domain=fabrikam.com'] })).toEqual(nothing);
  });

  it('leaves alone what one of the sides says in a way that nobody can read', () => {
    expect(compared('  allowedDomains: [<allowed domains>]\n', OPEN)).toEqual({
      commands: [],
      back: [],
      drift: 0,
      notes: ['What stands for `-AllowedDomains` of `global` could not be read, so it is left as it is.'],
    });
    const { notes, drift: differences } = compared('  allowedDomains: [fabrikam.com]\n', 'System.Object[]');
    expect(notes[0]).toMatch(/^`live.json`: `AllowedDomains` is `System.Object\[\]`, by which nobody can tell/);
    expect(differences).toBe(0);
  });
});
