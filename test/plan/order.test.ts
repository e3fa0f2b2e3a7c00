import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { plan, stepsBack } from '../../server/src/plan/plan.ts';
import type { State } from '../../server/src/plan/state.ts';
import { PATIENCE, runs } from '../runs.ts';
import { Server } from './server.ts';
import { DOMAINS, declare, PROVIDERS, specs } from './specs.ts';

const RUNS = runs(50);
vi.setConfig({ testTimeout: PATIENCE });

/** Discovery may come back only when the list is back, although a setting beside it goes back before. */
const ROUTING_BESIDE_A_LIST: [object, object] = [
  {
    lyncFederation: 1,
    edge: { configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true } },
    domains: { blocked: ['a.example'] },
  },
  {
    lyncFederation: 1,
    edge: { configuration: { allowFederatedUsers: true, beClearingHouse: true } },
    domains: { blocked: [] },
  },
];

/** A server on which a spec is true. */
function serverOf(spec: object): Server {
  const server = new Server();
  for (const step of plan(declare(spec), server.state()).steps) server.runStep(step);
  return server;
}

/** A property that returns something fails where that is false. */
function nothing(declared: State, server: Server): void {
  expect(plan(declared, server.state()).steps).toEqual([]);
}

describe('a plan', () => {
  it('makes a spec true, and then has nothing left to do', () => {
    fc.assert(
      fc.property(specs, (spec) => nothing(declare(spec), serverOf(spec))),
      RUNS,
    );
  });

  it('leads from one spec to another, and back', () => {
    fc.assert(
      fc.property(specs, specs, (from, to) => {
        const server = serverOf(from);
        const before = server.print();
        const made = plan(declare(to), server.state());
        for (const step of made.steps) server.runStep(step);
        nothing(declare(to), server);
        for (const { undo } of stepsBack(made)) for (const command of undo) server.run(command);
        expect(server.print()).toBe(before);
      }),
      RUNS,
    );
  });

  it('opens nobody on its way, nor on the way back, who is shut out before and after', () => {
    fc.assert(
      fc.property(specs, specs, (from, to) => {
        const server = serverOf(from);
        const reached = () => [
          ...DOMAINS.filter((domain) => server.isOpen(domain)),
          ...PROVIDERS.filter((name) => server.isProviderOpen(name)),
        ];
        const moments = [reached()];
        const made = plan(declare(to), server.state());
        for (const step of made.steps) server.runStep(step, () => moments.push(reached()));
        const meant = new Set([...(moments[0] ?? []), ...(moments.at(-1) ?? [])]);
        for (const { undo } of stepsBack(made)) {
          for (const command of undo) {
            server.run(command);
            moments.push(reached());
          }
        }
        expect(moments.flat().filter((name) => !meant.has(name))).toEqual([]);
      }),
      { ...RUNS, examples: [ROUTING_BESIDE_A_LIST] },
    );
  });

  it('without a look at the server makes a spec true on a new one, and does no harm when it runs again', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { steps } = plan(declare(spec));
        const server = new Server();
        for (const step of steps) server.runStep(step);
        nothing(declare(spec), server);
        const before = server.print();
        for (const step of steps) server.runStep(step);
        expect(server.print()).toBe(before);
      }),
      RUNS,
    );
  });

  it('leaves alone what the spec has no section for', () => {
    fc.assert(
      fc.property(specs, (spec) => nothing(declare({ lyncFederation: 1 }), serverOf(spec))),
      runs(20),
    );
  });
});
