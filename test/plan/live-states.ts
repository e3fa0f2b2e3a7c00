import fc from 'fast-check';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import type { ValueRule } from '../../server/src/catalog/value-rules.ts';
import { isFixed, type Kind, kindOf, kinds, writtenBy } from '../../server/src/plan/kinds.ts';
import type { ServerObject, State } from '../../server/src/plan/state.ts';

/** What a server may hold some time after a spec was true: changed by hand, with objects gone, come, and never captured. */
export function livedIn({ server, objects, scopes }: State): fc.Arbitrary<State> {
  const kept = fc
    .tuple(...objects.map((object) => fc.tuple(fc.integer({ min: 0, max: 9 }), changedByHand(object))))
    .map((all) => objects.flatMap((object, i) => lived(object, all[i])));
  const nouns = kinds.map(({ noun }) => noun);
  const captured = fc.oneof(
    { weight: 2, arbitrary: fc.constant(nouns) },
    { weight: 1, arbitrary: fc.subarray(nouns, { minLength: 1 }) },
  );
  return fc
    .record({ kept, come: fc.array(stranger(scopes), { maxLength: 3 }), captured, grants: grants(objects) })
    .map(({ kept, come, captured, grants }) => {
      const all = [...kept, ...come].filter(({ noun }) => captured.includes(noun));
      return {
        ...(server && { server }),
        scopes: captured.map((noun) => ({ noun })),
        objects: all.map((object) => withGrants(object, grants)),
      };
    });
}

type Hand = readonly [number, ServerObject];

/** Of ten objects six stay as they were, three are changed and one is gone. */
function lived(object: ServerObject, [fate, changed]: Hand = [0, object]): readonly ServerObject[] {
  if (fate < 6) return [object];
  return fate < 9 ? [changed] : [];
}

function changedByHand(object: ServerObject): fc.Arbitrary<ServerObject> {
  const kind = kindOf(object.noun);
  if (kind === undefined) return fc.constant(object);
  return valuesOf(kind).map((values) => ({ ...object, values: { ...object.values, ...values } }));
}

/** Some of the parameters that the reference has for a kind, with values of their types. */
function valuesOf(kind: Kind): fc.Arbitrary<ServerObject['values']> {
  const settings = [...kind.section.parameters.values()].flatMap((name) => {
    const [parameter] = NAMES.has(name) ? [] : writtenBy(kind, name);
    return parameter === undefined ? [] : [valueFor(parameter.rule).map((value) => [name, value] as const)];
  });
  const few = fc.subarray(settings, { maxLength: Math.min(3, settings.length) });
  return few.chain((chosen) => fc.tuple(...chosen)).map((values) => Object.fromEntries(values));
}

const NAMES: ReadonlySet<string> = new Set(['Identity', 'Domain', 'UseDnsSrvRouting']);

function valueFor({ kind, values = [], list, format }: ValueRule): fc.Arbitrary<ServerObject['values'][string]> {
  if (kind === 'boolean' || kind === 'switch') return fc.boolean();
  if (kind === 'number') return fc.integer({ min: 1, max: 60 });
  if (values.length > 0) return fc.constantFrom(...values);
  const host = fc.constantFrom('one.example', 'two.example');
  if (list !== undefined || kind === 'any') return fc.oneof(fc.constant(null), fc.uniqueArray(host, { minLength: 1 }));
  return format === 'fqdn' || format === 'domain' ? host : fc.constantFrom(null, 'by hand', "it's; $(x)");
}

/** An object that no spec names; the providers are those that come with a server. */
function stranger(scopes: State['scopes']): fc.Arbitrary<ServerObject> {
  const shipped = Object.values(catalog.providers).flatMap(({ identities, proxyFqdn, shipped }) =>
    shipped ? identities.map((identity) => ({ identity, ProxyFqdn: proxyFqdn })) : [],
  );
  const provider = fc.record({ one: fc.constantFrom(...shipped), Enabled: fc.boolean() }).map(({ one, Enabled }) => ({
    noun: 'CsPublicProvider',
    identity: one.identity,
    values: { ProxyFqdn: one.ProxyFqdn, Enabled },
  }));
  const others = scopes.flatMap(({ noun }) => {
    const kind = kindOf(noun);
    return kind === undefined || isFixed(kind, 'stranger.example') ? [] : [kind];
  });
  if (others.length === 0) return provider;
  const object = fc
    .tuple(fc.constantFrom(...others), fc.constantFrom('stranger.example', 'site:Busan', 'Newcomers'))
    .chain(([kind, identity]) => valuesOf(kind).map((values) => ({ noun: kind.noun, identity, values })));
  return fc.oneof(provider, object);
}

/** The users of each policy; undefined where nobody asked. */
type Grants = ReadonlyMap<string, string> | undefined;

function grants(objects: readonly ServerObject[]): fc.Arbitrary<Grants> {
  const users = [...new Set(['kim@contoso.com', ...objects.flatMap(({ grantedTo = [] }) => grantedTo)])];
  const names = ['Newcomers', ...objects.flatMap(({ identity, grantedTo }) => (grantedTo ? [identity] : []))];
  const held = fc.tuple(...users.map(() => fc.option(fc.constantFrom(...names))));
  const moved = held.map((all) => new Map(users.flatMap((user, i) => (all[i] ? [[user, all[i]] as const] : []))));
  return fc.option(moved, { nil: undefined, freq: 4 });
}

function withGrants({ grantedTo: _, ...object }: ServerObject, grants: Grants): ServerObject {
  if (grants === undefined || kindOf(object.noun)?.grant === undefined) return object;
  return { ...object, grantedTo: [...grants].flatMap(([user, policy]) => (policy === object.identity ? [user] : [])) };
}
