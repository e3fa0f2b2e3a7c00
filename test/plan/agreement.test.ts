import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { render } from '../../server/src/cmdlets/command.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { type Declared, declared } from '../../server/src/plan/declared.ts';
import { drift as driftOf } from '../../server/src/plan/drift.ts';
import { plan } from '../../server/src/plan/plan.ts';
import { type State, stateKey } from '../../server/src/plan/state.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { PATIENCE, runs } from '../runs.ts';
import { asClixml, asFormatList, asJson, type Capture } from './capture-forms.ts';
import { livedIn } from './live-states.ts';
import { specTexts } from './spec-texts.ts';
import { declare, specs } from './specs.ts';

vi.setConfig({ testTimeout: PATIENCE });

/** The objects that the plan does something to, or says that it cannot; of nouns nobody captured, their nouns. */
function planned(wanted: Declared, live: State): readonly string[] {
  const { steps, byHand, refusals } = plan(wanted, live);
  expect(refusals).toEqual([]);
  const isCaptured = ({ object }: { object: string }) => live.scopes.some(({ noun }) => noun === object);
  // Enabling the topology follows from a change of the SIP domains.
  const objects = steps.filter(({ object }) => object !== 'CsTopology');
  const seen = [...objects.filter((step) => isCaptured(step) && step.only === undefined), ...byHand];
  return sorted(seen.map(({ object, identity }) => stateKey({ noun: object, identity })));
}

function drifted(wanted: Declared, live: State): readonly string[] {
  const { differences } = driftOf(wanted, live);
  return sorted(differences.map(({ object, identity }) => stateKey({ noun: object, identity })));
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

function read(...files: readonly Capture[]): State {
  const { state, complaints } = readCapture(files);
  expect(complaints).toEqual([]);
  return state;
}

/** A state as itself and as each form of capture tells it. */
function forms(live: State): readonly State[] {
  const list = asFormatList(live);
  return [live, read(asJson(live)), ...(live.objects.length > 0 ? [read(list), read(...asClixml(live))] : [])];
}

const examples = globSync(['examples/*.lync.yaml', 'test/field/*.lync.yaml']).map((path) => readFileSync(path, 'utf8'));
const wantedStates = fc
  .oneof(
    fc.constantFrom(...examples),
    specTexts(),
    specs.map((spec) => JSON.stringify(spec)),
  )
  .map((text) => declared(readSpec(text).spec, catalog));

describe('drift says something exactly where the plan does something', () => {
  it('whatever was changed by hand, added, removed, granted or not captured', () => {
    const pairs = wantedStates.chain((wanted) => livedIn(wanted).map((live) => [wanted, live] as const));
    fc.assert(
      fc.property(pairs, ([wanted, live]) => {
        for (const state of forms(live)) expect(planned(wanted, state)).toEqual(drifted(wanted, state));
      }),
      runs(40),
    );
  });
});

const captured = (objects: object) => read({ source: 'live.json', text: JSON.stringify({ version: 1, objects }) });

/** What the plan does and says, what drift tells, and what is left out of both. */
function both(spec: object, objects: object) {
  const wanted = declare({ lyncFederation: 1, ...spec });
  const live = captured(objects);
  const { steps, byHand, notes } = plan(wanted, live);
  const told = driftOf(wanted, live);
  expect(planned(wanted, live)).toEqual(drifted(wanted, live));
  expect(told.notes.map(({ message }) => message)).toEqual(notes.map(({ message }) => message));
  return {
    plan: steps.flatMap(({ commands }) => commands.map(render)),
    byHand: byHand.map(({ message }) => inEnglish(message)),
    drift: told.differences.map(({ is, identity, setting = '' }) => `${is} ${identity} ${setting}`.trim()),
    notes: [...wanted.leftOut, ...notes].map(({ message }) => inEnglish(message)),
  };
}

const NOTHING = { plan: [], byHand: [], drift: [], notes: [] };
const SFB = { server: { product: 'sfb-2015' } };

describe('a provider that came with the server and sleeps there', () => {
  const asleep = { Identity: 'Messenger', ProxyFqdn: 'federation.messenger.msn.com', Enabled: false };

  it('is let sleep', () => {
    expect(both({ ...SFB, providers: { public: [] } }, { CsPublicProvider: [asleep] })).toEqual(NOTHING);
  });

  it('goes where a default route has no place for it', () => {
    const edge = { configuration: { useDefaultRouting: true, defaultRouteFqdn: 'route.example' } };
    const live = {
      CsAccessEdgeConfiguration: { RoutingMethod: 'UseDefaultRouting', DefaultRouteFqdn: 'route.example' },
      CsPublicProvider: [asleep],
    };
    expect(both({ ...SFB, edge, providers: { public: [] } }, live)).toEqual({
      ...NOTHING,
      plan: ['Remove-CsPublicProvider -Identity Messenger'],
      drift: ['surplus Messenger'],
    });
  });

  it('goes where another one takes its proxy', () => {
    const skype = { identity: 'Skype', proxyFqdn: 'federation.messenger.msn.com', enabled: true };
    expect(both({ ...SFB, providers: { public: [skype] } }, { CsPublicProvider: [asleep] })).toEqual({
      ...NOTHING,
      plan: [
        'Remove-CsPublicProvider -Identity Messenger',
        'New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -Enabled $true',
      ],
      drift: ['missing Skype', 'surplus Messenger'],
    });
  });

  it('is switched off where it is awake', () => {
    const awake = { ...asleep, Enabled: true };
    expect(both({ ...SFB, providers: { public: [] } }, { CsPublicProvider: [awake] })).toEqual({
      ...NOTHING,
      plan: ['Set-CsPublicProvider -Identity Messenger -Enabled $false'],
      drift: ['surplus Messenger'],
    });
  });
});

describe('a grant', () => {
  const policy = (identity: string, ...grantedTo: readonly string[]) => ({
    identity,
    enableFederationAccess: true,
    ...(grantedTo.length > 0 && { grantedTo }),
  });
  const held = (Identity: string) => ({ Identity, EnableFederationAccess: true });
  const user = (name: string, ExternalAccessPolicy: string | null) => ({
    SipAddress: `sip:${name}`,
    ExternalAccessPolicy,
  });
  const live = (policies: readonly string[], ...users: readonly object[]) => ({
    CsExternalAccessPolicy: policies.map(held),
    CsUser: users,
  });
  const access = (...externalAccess: readonly object[]) => ({ ...SFB, policies: { externalAccess } });

  it.each(['global', 'site:Seoul'])('of %s is none: it applies by itself', (identity) => {
    expect(both(access(policy(identity, 'kim')), live([identity], user('kim', null)))).toEqual({
      ...NOTHING,
      notes: [`\`${identity}\` applies without being granted, so its \`grantedTo\` is left out.`],
    });
  });

  it('of a second policy to one user is left out', () => {
    const spec = access(policy('Sales', 'kim'), policy('Guests', 'sip:KIM', 'lee'));
    expect(both(spec, live(['Tag:Sales', 'Tag:Guests'], user('kim', 'Sales'), user('lee', 'Guests')))).toEqual({
      ...NOTHING,
      notes: ['`sip:KIM` can have one such policy and is granted `Sales`, so not `Guests`.'],
    });
  });

  it('is told where the user is to have another policy, not where they had the old one', () => {
    const spec = access(policy('Sales', 'lee'), policy('Guests', 'kim'));
    const before = live(['Tag:Sales', 'Tag:Guests'], user('kim', 'Sales'), user('lee', 'Sales'));
    expect(both(spec, before)).toEqual({
      ...NOTHING,
      plan: ['Grant-CsExternalAccessPolicy -Identity kim -PolicyName Guests'],
      drift: ['granted Guests'],
    });
  });

  it('is taken back where the spec names nobody, and left alone where it says nothing', () => {
    const before = live(['Tag:Sales'], user('kim', 'Sales'));
    expect(both(access({ ...policy('Sales'), grantedTo: [] }), before)).toEqual({
      ...NOTHING,
      plan: ['Grant-CsExternalAccessPolicy -Identity kim -PolicyName $null'],
      drift: ['granted Sales'],
    });
    expect(both(access(policy('Sales')), before)).toEqual(NOTHING);
  });

  it('is known from a script as well: the last one counts', () => {
    const script = [
      'New-CsExternalAccessPolicy Sales -EnableFederationAccess $true',
      'New-CsExternalAccessPolicy Guests -EnableFederationAccess $true',
      'Grant-CsExternalAccessPolicy kim -PolicyName Sales',
      'Grant-CsExternalAccessPolicy lee -PolicyName Sales',
      'Grant-CsExternalAccessPolicy kim -PolicyName Guests',
      'Grant-CsExternalAccessPolicy lee -PolicyName $null',
    ];
    const state = read({ source: 'made.ps1', text: script.join('\n') });
    const wanted = declare({ lyncFederation: 1, ...access(policy('Sales'), policy('Guests', 'kim', 'lee')) });
    expect(plan(wanted, state).steps.flatMap(({ commands }) => commands.map(render))).toEqual([
      'Grant-CsExternalAccessPolicy -Identity lee -PolicyName Guests',
    ]);
  });
});

it('what no command changes is told by both', () => {
  const mobility = [{ identity: 'global', enableMobility: true, allowSaveCallLogs: false }];
  const live = { CsMobilityPolicy: { Identity: 'Global', EnableMobility: true, AllowSaveCallLogs: true } };
  expect(both({ server: { product: 'lync-2013' }, policies: { mobility } }, live)).toEqual({
    ...NOTHING,
    byHand: ['`AllowSaveCallLogs` is `true` and is to be `false`. No command of this server changes that in `global`.'],
    drift: ['changed global AllowSaveCallLogs'],
  });
});

it('providers that were looked at are not looked up again', () => {
  const spec = {
    ...SFB,
    providers: { public: [], hosting: [{ identity: 'H', proxyFqdn: 'federation.messenger.msn.com', enabled: true }] },
  };
  const live = { CsPublicProvider: [{ Identity: 'AOL', ProxyFqdn: 'sip.oscar.aol.com', Enabled: false }] };
  const { steps } = plan(declare({ lyncFederation: 1, ...spec }), captured(live));
  expect(steps.flatMap(({ commands }) => commands.map(render))).toEqual([
    'New-CsHostingProvider -Identity H -ProxyFqdn federation.messenger.msn.com -Enabled $true',
  ]);
});
