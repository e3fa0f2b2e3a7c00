import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { drift } from '../../server/src/plan/drift.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { plan } from '../../server/src/plan/plan.ts';
import { renderScript } from '../../server/src/plan/render-ps1.ts';
import type { ServerObject, State } from '../../server/src/plan/state.ts';
import { placesIn } from '../../server/src/spec/placed.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { runs } from '../runs.ts';
import { specTexts } from './spec-texts.ts';

const RUNS = runs(40);

/** What a spec declares; every spec of these tests is without a fault. */
function stateOf(text: string): State {
  const { spec, faults } = readSpec(text);
  expect(faults).toEqual([]);
  return declared(spec, catalog);
}

/** What would be planned to get from one state to another: nothing where they are the same. */
function commands(wanted: State, live: State): readonly unknown[] {
  return plan(wanted, { ...live, scopes: live.scopes.map(({ noun }) => ({ noun })) }).steps.flatMap(
    (step) => step.commands,
  );
}

describe('a capture', () => {
  it('imported, leaves nothing to plan and has not drifted', () => {
    fc.assert(
      fc.property(specTexts(), fc.infiniteStream(fc.boolean()), (text, coin) => {
        const capture = captureOf(stateOf(text), () => coin.next().value === true);
        const files = [{ source: 'live.json', text: JSON.stringify(capture) }];
        const { state, complaints } = readCapture(files);
        expect(complaints).toEqual([]);
        const imported = stateOf(importSpec(readFound(files).found).text);
        expect(commands(imported, state)).toEqual([]);
        expect(drift(imported, state)).toEqual({ differences: [], notCaptured: [], notes: [] });
        // And it is the deployment that was captured.
        expect(commands(stateOf(text), state)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('a plan', () => {
  it('imported, is the spec it was made of', () => {
    fc.assert(
      fc.property(specTexts(), (text) => {
        const wanted = stateOf(text);
        const made = plan(wanted);
        expect(made.refusals).toEqual([]);
        const origin = { path: 'a.lync.yaml', placeOf: placesIn('a.lync.yaml', text), compared: false, bundle: {} };
        const script = { source: 'plan.ps1', text: renderScript(made, origin).replace(/^\ufeff/, '') };
        const imported = stateOf(importSpec(readFound([script]).found, wanted.server?.product).text);
        expect(commands(wanted, imported)).toEqual([]);
        expect(commands(imported, wanted)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('drift', () => {
  it('is there exactly where there is something to plan', () => {
    const seldom = fc
      .tuple(specTexts(), specTexts(), fc.boolean())
      .map(([a, b, isSame]) => [a, isSame ? a : b] as const);
    fc.assert(
      fc.property(seldom, fc.infiniteStream(fc.boolean()), ([a, b], coin) => {
        const capture = captureOf(stateOf(b), () => coin.next().value === true);
        const { state } = readCapture([{ source: 'live.json', text: JSON.stringify(capture) }]);
        const wanted = stateOf(a);
        const { differences, notCaptured } = drift(wanted, state);
        const captured = { ...wanted, scopes: wanted.scopes.filter((scope) => !notCaptured.includes(scope)) };
        expect(differences.length === 0).toBe(commands(captured, state).length === 0);
      }),
      RUNS,
    );
  });
});

/** A state as the collector shows it, in one of the spellings that the shell has for a value. */
function captureOf({ server, objects, scopes }: State, isOther: () => boolean): unknown {
  const product = server && catalog.products[server.product].name;
  const users = objects.flatMap((object) =>
    (object.grantedTo ?? []).map((user) => ({
      SipAddress: isOther() ? `sip:${user}` : user,
      [object.noun.slice('Cs'.length)]: isOther() ? `Tag:${object.identity}` : object.identity,
    })),
  );
  const nouns = scopes.map(({ noun }) => noun);
  return {
    version: 1,
    captured: '2020-01-01T00:00:00Z',
    objects: {
      CsServerVersion: [{ Version: `Microsoft ${product} (1.0)` }],
      CsUser: users,
      ...Object.fromEntries(
        nouns.map((noun) => [noun, objects.filter((one) => one.noun === noun).map((one) => shown(one, isOther))]),
      ),
    },
  };
}

function shown({ noun, identity, values }: ServerObject, isOther: () => boolean): unknown {
  const isDomain = ['CsAllowedDomain', 'CsBlockedDomain', 'CsXmppAllowedPartner', 'CsSipDomain'].includes(noun);
  const name = isDomain && isOther() ? identity.toUpperCase() : identity;
  const isTag = noun === 'CsExternalAccessPolicy' && !/^(?:global|site:)/.test(identity) && isOther();
  return {
    Identity: isTag ? `Tag:${identity}` : identity === 'global' ? 'Global' : name,
    ...(isOther() && { RunspaceId: '1b6cbd2d' }),
    ...(noun === 'CsTenantFederationConfiguration' && { AllowedDomains: 'AllowAllKnownDomains' }),
    ...Object.fromEntries(
      Object.entries(values).map(([parameter, value]) => {
        if (parameter === 'UseDefaultRouting') return ['RoutingMethod', value ? parameter : 'UseDnsSrvRouting'];
        if (typeof value === 'boolean' && isOther()) return [parameter, value ? 'True' : 'False'];
        if (Array.isArray(value) && isOther()) return [parameter, value.map((one) => `Domain=${one}.`)];
        return [parameter, value];
      }),
    ),
  };
}
