import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analyze.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { driftActions } from '../../server/src/features/drift-actions.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { drift, driftFindings } from '../../server/src/plan/drift.ts';
import type { State } from '../../server/src/plan/state.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { livedIn } from '../plan/live-states.ts';
import { specTexts } from '../plan/spec-texts.ts';
import { PATIENCE, runs } from '../runs.ts';

const SPEC = `lyncFederation: 1
asOf: 2020-03-01
server: { product: sfb-2019 }
domains:
  allowed:
    # Reviewed in March.
    - domain: fabrikam.com
      comment: supplier
    - litwareinc.com
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
    - identity: Sales
      enableFederationAccess: true
      grantedTo: [ken@contoso.com]
`;

const fabrikam = { Identity: 'fabrikam.com', Domain: 'fabrikam.com', Comment: 'supplier', ProxyFqdn: null };
const litware = { Identity: 'litwareinc.com', Domain: 'litwareinc.com', Comment: null, ProxyFqdn: null };
const policies = [
  { Identity: 'Global', EnableFederationAccess: true },
  { Identity: 'Tag:Sales', EnableFederationAccess: true },
];
const users = [{ SipAddress: 'sip:ken@contoso.com', ExternalAccessPolicy: 'Sales' }];

function stateOf(objects: Readonly<Record<string, readonly unknown[]>>): State {
  const text = JSON.stringify({ version: 1, objects });
  return readCapture([{ source: 'live.json', text }]).state;
}

function held(allowed: readonly unknown[], more: Readonly<Record<string, readonly unknown[]>> = {}): State {
  return stateOf({ CsAllowedDomain: allowed, CsExternalAccessPolicy: policies, CsUser: users, ...more });
}

function actionsOn(spec: string, live: State) {
  return driftActions(analyze(spec, { asOf: '2020-03-01' }), live, whole(spec));
}

/** What can be done about all of the drift of a spec, by title: the text then, or the plan. */
function offered(live: State, spec = SPEC): Readonly<Record<string, string>> {
  return Object.fromEntries(
    actionsOn(spec, live).map(({ title, edits }) => [inEnglish(title), edits ? applyEdits(spec, edits) : 'the plan']),
  );
}

/** Titles, each with how many differences it is about. */
function menuOn(spec: string, live: State): readonly string[] {
  return actionsOn(spec, live).map(({ title, findings }) => `${findings.length}: ${inEnglish(title)}`);
}

function whole({ length }: string) {
  return { start: 0, end: length };
}

function driftOf(text: string, live: State): number {
  const { spec, asOf }: Analysis = analyze(text, { asOf: '2020-03-01' });
  return drift(declared(spec, catalog, asOf), live).differences.length;
}

const PLAN = { 'Preview the plan, which takes it back': 'the plan' };

describe('what is otherwise on the servers', () => {
  it('is nothing where all is as declared', () => {
    expect(offered(held([fabrikam, litware]))).toEqual({});
  });

  it('has its value taken over, or the command that takes it back', () => {
    expect(offered(held([{ ...fabrikam, Comment: 'customer: #1' }, litware]))).toEqual({
      'Change `Comment` of `fabrikam.com` to `customer: #1`, as the servers have it': SPEC.replace(
        'comment: supplier',
        'comment: "customer: #1"',
      ),
      ...PLAN,
      'Take it back by the runbook: `Set-CsAllowedDomain -Identity fabrikam.com -Comment supplier`': `${SPEC}cmdlets:\n  - Set-CsAllowedDomain -Identity fabrikam.com -Comment supplier\n`,
    });
  });

  it('goes from the spec where the servers have none', () => {
    const titles = offered(held([{ ...fabrikam, Comment: null }, litware]));
    expect(titles['Remove `Comment` of `fabrikam.com` from the spec, as the servers have none']).toBe(
      SPEC.replace('      comment: supplier\n', ''),
    );
  });

  it('comes to the spec with all that is known of it', () => {
    const adatum = { Identity: 'adatum.example', Domain: 'adatum.example', ProxyFqdn: 'sip.adatum.example' };
    const titles = offered(held([fabrikam, litware, adatum]));
    expect(titles['Add `adatum.example` to the spec, as the servers have it']).toBe(
      SPEC.replace(
        '    - litwareinc.com\n',
        '    - litwareinc.com\n    - domain: adatum.example\n      proxyFqdn: sip.adatum.example\n',
      ),
    );
    expect(Object.keys(titles)).toContain(
      'Take it back by the runbook: `Remove-CsAllowedDomain -Identity adatum.example`',
    );
    const bare = { Identity: 'adatum.example', Domain: 'adatum.example' };
    expect(offered(held([fabrikam, litware, bare]))['Add `adatum.example` to the spec, as the servers have it']).toBe(
      SPEC.replace('    - litwareinc.com\n', '    - litwareinc.com\n    - adatum.example\n'),
    );
  });

  it('that is missing there goes from the spec, and a list stays a list', () => {
    const gone = 'Remove `litwareinc.com` from the spec, as the servers do not have it';
    expect(offered(held([fabrikam]))[gone]).toBe(SPEC.replace('    - litwareinc.com\n', ''));
    const last = SPEC.replace(/ {4}# Reviewed[\s\S]*supplier\n/, '');
    const text = offered(held([]), last)[gone] ?? '';
    expect(text).toMatch(/^ {2}allowed: \[\]$/m);
    expect(driftOf(text, held([fabrikam]))).toBe(1);
  });

  it('is granted to whom the servers grant it', () => {
    const live = held([fabrikam, litware], {
      CsUser: [{ SipAddress: 'sip:lee@contoso.com', ExternalAccessPolicy: 'Sales' }],
    });
    expect(offered(live)['Change who has `Sales` to what the servers hold']).toBe(SPEC.replace('ken@', 'lee@'));
  });

  it('is taken over at once, where there is more of it', () => {
    const live = held([{ ...fabrikam, Comment: 'customer' }], {
      CsExternalAccessPolicy: [...policies, { Identity: 'Tag:Interns', EnableFederationAccess: false }],
    });
    const text = offered(live)['Take over all 3 differences from the capture'] ?? '';
    expect(text).toBe(
      SPEC.replace('supplier', 'customer')
        .replace('    - litwareinc.com\n', '')
        .concat('    - identity: Interns\n      enableFederationAccess: false\n'),
    );
    expect(driftOf(text, live)).toBe(0);
  });

  it('has one entry for each thing that can be done about it', () => {
    const surplus = ['a.example', 'b.example'].map((domain) => ({ Identity: domain, Domain: domain }));
    expect(menuOn(SPEC, held([fabrikam, litware, ...surplus]))).toEqual([
      '1: Add `a.example` to the spec, as the servers have it',
      '1: Add `b.example` to the spec, as the servers have it',
      '2: Take over all 2 differences from the capture',
      '2: Preview the plan, which takes it back',
      '1: Take it back by the runbook: `Remove-CsAllowedDomain -Identity a.example`',
      '1: Take it back by the runbook: `Remove-CsAllowedDomain -Identity b.example`',
    ]);
    const spec = SPEC.replace('supplier', 'supplier\n      proxyFqdn: sip.fabrikam.com');
    const other = { ...fabrikam, Comment: 'customer', ProxyFqdn: 'edge.fabrikam.com' };
    const command = 'Set-CsAllowedDomain -Identity fabrikam.com -ProxyFqdn sip.fabrikam.com -Comment supplier';
    expect(menuOn(spec, held([other, litware]))).toEqual([
      '1: Change `ProxyFqdn` of `fabrikam.com` to `edge.fabrikam.com`, as the servers have it',
      '1: Change `Comment` of `fabrikam.com` to `customer`, as the servers have it',
      '2: Take over all 2 differences from the capture',
      '2: Preview the plan, which takes it back',
      `2: Take it back by the runbook: \`${command}\``,
    ]);
  });

  it('is not put into the runbook where it stands there', () => {
    const spec = `${SPEC}cmdlets:\n  - Set-CsAllowedDomain fabrikam.com -Comment supplier\n`;
    expect(Object.keys(offered(held([{ ...fabrikam, Comment: 'customer' }, litware]), spec))).toEqual([
      'Change `Comment` of `fabrikam.com` to `customer`, as the servers have it',
      ...Object.keys(PLAN),
    ]);
  });

  it('brings what it brings, and says so', () => {
    const aol = { Identity: 'AOL', ProxyFqdn: 'sip.oscar.aol.com', Enabled: true };
    const spec = SPEC.replace(
      'policies:',
      'providers:\n  public:\n    - { identity: Skype, enabled: true }\npolicies:',
    );
    const live = held([fabrikam, litware], {
      CsPublicProvider: [{ Identity: 'Skype', Enabled: true, ProxyFqdn: 'federation.messenger.msn.com' }, aol],
    });
    expect(Object.keys(offered(live, spec))).toContainEqual(
      expect.stringMatching(/^Add `AOL` to the spec, as the servers have it \(brings `retired-provider`/),
    );
  });

  it(
    'is gone from whatever spec takes it over, and no more than that',
    () => {
      const drawn = specTexts().chain((text) => {
        const { spec, asOf } = analyze(text, { asOf: '2020-03-01' });
        return livedIn(declared(spec, catalog, asOf)).map((live) => ({ text, live }));
      });
      const property = fc.property(drawn, ({ text, live }) => {
        const before = driftOf(text, live);
        for (const { title, findings, edits } of driftActions(
          analyze(text, { asOf: '2020-03-01' }),
          live,
          whole(text),
        )) {
          if (edits === undefined) continue;
          const after = analyze(applyEdits(text, edits), { asOf: '2020-03-01' });
          expect([after.failures, after.faults.filter(({ kind }) => kind === 'syntax')]).toEqual([[], []]);
          const left = driftFindings(after.spec, live, after.asOf).map(({ message }) => inEnglish(message));
          const isBack = inEnglish(title).startsWith('Take it back');
          for (const { message } of findings) expect(left.includes(inEnglish(message))).toBe(isBack);
          if (isBack) expect(left).toHaveLength(before);
          else expect(left.length).toBeLessThan(before);
        }
      });
      fc.assert(property, runs(40));
    },
    PATIENCE,
  );
});
