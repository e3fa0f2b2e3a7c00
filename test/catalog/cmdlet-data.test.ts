import { describe, expect, it } from 'vitest';
import type { CmdletConstraint, CmdletParameter } from '../../server/src/catalog/catalog.generated.ts';
import { cmdletReference } from '../../server/src/catalog/cmdlets.generated.ts';
import { cmdlet, cmdletNames, parameter, parametersOf } from '../../server/src/catalog/cmdlets.ts';

const cmdlets = cmdletNames.flatMap((name) => cmdlet(name) ?? []);

describe('the cmdlet reference', () => {
  it('knows the type of every parameter', () => {
    const unknown = cmdlets.flatMap((one) =>
      parametersOf(one)
        .filter(({ type }) => !Object.hasOwn(cmdletReference.types, type))
        .map(({ name }) => `${one.name} ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('lists in a set only parameters of the cmdlet', () => {
    for (const one of cmdlets) {
      for (const { parameters, mandatory = [], positional = [] } of one.sets) {
        const names = [...parameters, ...mandatory, ...positional];
        expect([one.name, names.filter((name) => parameter(one, name)?.name !== name)]).toEqual([one.name, []]);
      }
    }
  });

  it('has each parameter of its own in a set', () => {
    const homeless = cmdlets
      .filter(({ sets }) => sets.length > 0)
      .flatMap((one) =>
        Object.keys(one.parameters)
          .filter((name) => !one.sets.some(({ parameters }) => parameters.includes(name)))
          .map((name) => `${one.name} ${name}`),
      );
    expect(homeless).toEqual([]);
  });

  it('calls a parameter mandatory as its sets do', () => {
    const wrong = cmdlets.flatMap((one) =>
      Object.entries(one.parameters)
        .filter(([name, about]) => one.sets.length > 0 && !agrees(name, about, one.sets))
        .map(([name]) => `${one.name} ${name}`),
    );
    // Only the form of the servers, which the newest page lacks, asks for the policy.
    expect(wrong).toEqual(['Grant-CsExternalAccessPolicy PolicyName']);
  });

  it('names in its constraints only parameters of the cmdlet, or properties of its object', () => {
    for (const one of cmdlets) {
      const making = cmdlet(one.name.replace(/^\w+/, 'New')) ?? one;
      const foreign = (one.constraints ?? [])
        .flatMap(namesIn)
        .filter((name) => parameter(one, name) === undefined && parameter(making, name) === undefined);
      expect([one.name, foreign]).toEqual([one.name, []]);
    }
  });

  it('marks as soft what Microsoft itself does not keep', () => {
    const soft = cmdlets.flatMap(({ name, constraints = [] }) =>
      constraints.filter((one) => 'soft' in one).map(({ kind }) => `${name} ${kind}`),
    );
    expect(soft).toEqual([
      'New-CsMcxConfiguration greaterThan',
      'Set-CsAccessEdgeConfiguration requires',
      'Set-CsMcxConfiguration greaterThan',
    ]);
  });

  it('keeps passwords apart', () => {
    const secret = cmdlets.flatMap((one) =>
      Object.entries(one.parameters)
        .filter(([, about]) => about.secret)
        .map(([name]) => `${one.name} ${name}`),
    );
    expect(secret).toEqual([
      'Import-CsCertificate Password',
      'Request-CsCertificate CaPassword',
      'Set-CsCertificate Password',
      'Set-CsXmppGatewayConfiguration DialbackPassphrase',
    ]);
  });
});

function agrees(
  name: string,
  { mandatory }: CmdletParameter,
  sets: readonly (typeof cmdlets)[number]['sets'][number][],
) {
  const having = sets.filter(({ parameters }) => parameters.includes(name));
  const asking = having.filter((set) => set.mandatory?.includes(name));
  if (asking.length === 0) return mandatory === undefined || mandatory === 'disputed';
  return mandatory !== undefined;
}

function namesIn(constraint: CmdletConstraint): readonly string[] {
  switch (constraint.kind) {
    case 'exactlyOne':
    case 'mutuallyExclusive':
    case 'sameValue':
      return constraint.parameters;
    case 'requires':
    case 'needsTrue':
      return [constraint.parameter, ...constraint.requires];
    case 'greaterThan':
      return [constraint.parameter, constraint.than];
    case 'forbiddenValue':
      return [constraint.parameter];
    case 'immutable':
    case 'onlyModifies':
      return constraint.properties;
    case 'unique':
      return [constraint.property];
    case 'modes':
      return constraint.modes.flatMap(({ settings }) => Object.keys(settings));
    default:
      return [];
  }
}
