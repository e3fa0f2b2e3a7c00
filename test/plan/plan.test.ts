import { describe, expect, it } from 'vitest';
import { render } from '../../server/src/cmdlets/command.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { plan, stepsBack } from '../../server/src/plan/plan.ts';
import { renderScript } from '../../server/src/plan/render-ps1.ts';
import type { State } from '../../server/src/plan/state.ts';
import { placesIn } from '../../server/src/spec/placed.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { declare } from './specs.ts';

/** What a capture of these objects holds. */
function captured(objects: object): State {
  const { state, complaints } = readCapture([{ source: 'a.json', text: JSON.stringify({ version: 1, objects }) }]);
  expect(complaints).toEqual([]);
  return state;
}

function lines(spec: object, live?: object): readonly string[] {
  const made = plan(declare({ lyncFederation: 1, ...spec }), live && captured(live));
  expect(made.refusals).toEqual([]);
  return made.steps.flatMap(({ commands }) => commands.map(render));
}

function notes(spec: object, live?: object): readonly string[] {
  const wanted = declare({ lyncFederation: 1, ...spec });
  return [...wanted.leftOut, ...plan(wanted, live && captured(live)).notes].map(({ message }) => inEnglish(message));
}

const SFB = { server: { product: 'sfb-2015' } };

describe('a capture', () => {
  it('is read whatever form its values have', () => {
    const spec = {
      ...SFB,
      providers: {
        public: [
          {
            identity: 'Skype',
            enabled: true,
            proxyFqdn: 'federation.messenger.msn.com',
            verificationLevel: 'UseSourceVerification',
            nameDecorationExcludedDomainList: ['msn.com', 'live.com'],
          },
        ],
      },
      domains: { xmpp: [{ domain: 'partner.example', additionalDomains: ['a.example', 'b.example'] }] },
      tenant: { allowFederatedUsers: true, blockedDomains: ['spam.example'], allowedDomains: ['fabrikam.com'] },
    };
    const skype = {
      Identity: 'SKYPE',
      Enabled: '1',
      ProxyFqdn: 'Federation.Messenger.MSN.com.',
      VerificationLevel: 2,
      NameDecorationExcludedDomainList: 'live.com, msn.com',
      IconUrl: '',
      Element: '<x/>',
    };
    const tenant = {
      Identity: 'Global',
      AllowFederatedUsers: 'True',
      AllowedDomains: { AllowedDomain: ['Domain=Fabrikam.com'] },
      BlockedDomains: [{ Domain: 'spam.example' }],
    };
    const partner = {
      Identity: 'partner.example',
      TlsNegotiation: 'required',
      AdditionalDomains: ['B.example', 'a.example.'],
    };
    const live = {
      CsPublicProvider: skype,
      CsXmppAllowedPartner: [partner],
      CsTenantFederationConfiguration: [tenant],
    };
    expect(lines(spec, live)).toEqual([]);
    expect(
      lines({ ...spec, tenant: { allowedDomains: ['a.example', 'b.example'], blockedDomains: [] } }, live),
    ).toEqual(['Set-CsTenantFederationConfiguration -AllowedDomainsAsAList a.example,b.example -BlockedDomains $null']);
  });

  it('keeps aside what a spec has no key for', () => {
    const [object] = captured({ CsPublicProvider: [{ Identity: 'Skype', Enabled: true, Colour: 'blue' }] }).objects;
    expect(object?.aside).toEqual({ Colour: 'blue' });
  });

  it('of a tenant that is open to all says so in one word', () => {
    const [object] = captured({ CsTenantFederationConfiguration: { AllowedDomains: 'AllowAllKnownDomains' } }).objects;
    expect(object?.values).toEqual({ AllowedDomains: 'AllowAllKnownDomains' });
  });
});

describe('an object', () => {
  it('is made anew where its Set cmdlet lacks a parameter on this server', () => {
    const mobility = [{ identity: 'Field', enableMobility: true, allowSaveCallLogs: false }];
    const live = { CsMobilityPolicy: [{ Identity: 'Tag:Field', EnableMobility: true, AllowSaveCallLogs: true }] };
    expect(lines({ ...SFB, policies: { mobility } }, live)).toEqual([
      'Set-CsMobilityPolicy -Identity Field -AllowSaveCallLogs $false',
    ]);
    expect(lines({ server: { product: 'lync-2013' }, policies: { mobility } }, live)).toEqual([
      'Remove-CsMobilityPolicy -Identity Field',
      'New-CsMobilityPolicy -Identity Field -EnableMobility $true -AllowSaveCallLogs $false',
    ]);
  });

  it('keeps, when it is made anew, what the spec does not state and no default is known of', () => {
    const spec = { ...SFB, domains: { xmpp: [{ domain: 'a.example' }] } };
    const live = { CsXmppAllowedPartner: [{ Identity: 'a.example', ProxyFqdn: 'x.example', ConnectionLimit: 7 }] };
    expect(lines(spec, live)).toEqual([
      'Remove-CsXmppAllowedPartner -Identity a.example',
      'New-CsXmppAllowedPartner -Identity a.example -ConnectionLimit 7',
    ]);
  });

  it('goes first where another one takes its proxy', () => {
    const provider = (identity: string, proxyFqdn: string) => ({ identity, proxyFqdn, enabled: true });
    const held = (Identity: string, ProxyFqdn: string) => ({ Identity, ProxyFqdn, Enabled: true });
    const spec = { ...SFB, providers: { public: [provider('A', 'two.example'), provider('B', 'one.example')] } };
    expect(lines(spec, { CsPublicProvider: [held('A', 'one.example'), held('B', 'two.example')] })).toEqual([
      'Remove-CsPublicProvider -Identity A',
      'Remove-CsPublicProvider -Identity B',
      'New-CsPublicProvider -Identity A -ProxyFqdn two.example -Enabled $true',
      'New-CsPublicProvider -Identity B -ProxyFqdn one.example -Enabled $true',
    ]);
  });

  it('stays where it cannot go: the global policy, and one that the section is not about', () => {
    const live = {
      CsExternalAccessPolicy: [{ Identity: 'Global', EnableFederationAccess: true }],
      CsPushNotificationConfiguration: [{ Identity: 'Global' }, { Identity: 'Site:Seoul' }],
    };
    expect(lines({ ...SFB, policies: { externalAccess: [], pushNotification: {} } }, live)).toEqual([]);
  });
});

describe('the default SIP domain', () => {
  const live = { CsSipDomain: [{ Identity: 'old.example', IsDefault: true }] };

  it('ends when another one begins, and begins again on the way back', () => {
    const spec = { ...SFB, domains: { sip: [{ identity: 'new.example', isDefault: true }] } };
    expect(lines(spec, live)).toEqual([
      'New-CsSipDomain -Identity new.example -IsDefault $true',
      'Remove-CsSipDomain -Identity old.example',
      'Enable-CsTopology',
    ]);
    const back = stepsBack(plan(declare({ lyncFederation: 1, ...spec }), captured(live)));
    expect(back.flatMap(({ undo }) => undo.map(render))).toEqual([
      'New-CsSipDomain -Identity old.example -IsDefault $true',
      'Set-CsSipDomain -Identity old.example -IsDefault $true',
      'Remove-CsSipDomain -Identity new.example',
      'Enable-CsTopology',
    ]);
  });

  it('cannot go alone', () => {
    expect(notes({ ...SFB, domains: { sip: ['new.example'] } }, live)).toEqual([
      '`old.example` is the default SIP domain, and the server refuses to remove it as long as no other one is the default.',
    ]);
  });
});

describe('what is left out is said', () => {
  it.each([
    [
      { server: { product: 'sfb-2019' }, domains: { xmpp: ['a.example'] } },
      'Skype for Business Server 2019 has no cmdlets for `CsXmppAllowedPartner`, so `domains.xmpp` is left out.',
    ],
    [
      {
        server: { product: 'lync-2013' },
        domains: { allowed: [{ domain: 'a.example', verificationLevel: 'AlwaysVerifiable' }] },
      },
      'The server has no `-VerificationLevel` for `a.example`, so it is left out.',
    ],
    [
      { ...SFB, domains: { allowed: ['a.example'], blocked: ['A.example.'] } },
      '`a.example` is blocked as well, so it is not allowed.',
    ],
  ])('%j', (spec, note) => {
    expect(notes(spec)).toEqual([note]);
  });

  it('where the capture does not say who has a policy', () => {
    const policies = { externalAccess: [{ identity: 'Sales', enableFederationAccess: true, grantedTo: ['kim'] }] };
    const sales = [{ Identity: 'Tag:Sales', EnableFederationAccess: true }];
    expect(notes({ ...SFB, policies }, { CsExternalAccessPolicy: sales })).toEqual([
      'The capture does not say to whom `Sales` is granted, so its grants are not compared.',
    ]);
    expect(lines({ ...SFB, policies }, { CsExternalAccessPolicy: sales, CsUser: [] })).toEqual([
      'Grant-CsExternalAccessPolicy -Identity kim -PolicyName Sales',
    ]);
  });

  it('where what was there cannot be said, there is no way back', () => {
    const live = { CsBlockedDomain: [{ Identity: 'a.example', Comment: 'two\nlines' }] };
    const made = plan(declare({ lyncFederation: 1, domains: { blocked: [] } }), captured(live));
    expect(made.steps.map(({ undo }) => undo)).toEqual([[]]);
    expect(made.notes).toHaveLength(1);
  });
});

it('a step for the tenant waits for a connection to it', () => {
  const made = plan(declare({ lyncFederation: 1, tenant: { allowFederatedUsers: false } }));
  const script = renderScript(made, {
    path: 'a.lync.yaml',
    placeOf: placesIn('a.lync.yaml', ''),
    compared: false,
    bundle: {},
  });
  expect(script.split('\r\n').slice(-7)).toEqual([
    'if (Get-Command -Name Set-CsTenantFederationConfiguration -ErrorAction SilentlyContinue) {',
    '    Set-CsTenantFederationConfiguration -AllowFederatedUsers $false -WhatIf:$WhatIfPreference',
    '}',
    'else {',
    "    Write-Warning 'Set-CsTenantFederationConfiguration is missing: connect to Microsoft 365 and run this step again.'",
    '}',
    '',
  ]);
});
