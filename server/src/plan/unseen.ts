import { idsOf } from '../catalog/ids.ts';
import { nouns } from '../catalog/nouns.ts';
import { commandPlace } from '../catalog/order.ts';
import { hostKey } from '../text/host.ts';
import { code, say } from '../text/message.ts';
import { changeDrafts } from './change-drafts.ts';
import { changing, making, removing } from './commands.ts';
import { grantDrafts, grantsBetween } from './grants.ts';
import { canChange, defaultOf, isFixed, isForbidden, type Kind, kindOf, type Setting } from './kinds.ts';
import { whySet } from './reasons.ts';
import { DEFAULT_ROUTE, routesByDefault } from './routing.ts';
import { objectsOf, type Side, sideOf } from './side.ts';
import { type Scope, type ServerObject, type State, stateKey } from './state.ts';
import type { Draft } from './step.ts';

/**
 * The steps for what nobody has looked at on the server: what is always there is set, and what has to
 * be made is made where it is missing and set where it is not.
 */
export function blindDrafts(
  scopes: readonly Scope[],
  declared: State,
  setting: Setting,
  isUnseen: (object: ServerObject) => boolean = () => true,
): readonly Draft[] {
  if (scopes.length === 0) return [];
  const wanted = sideOf(declared);
  const [isDeclared, isOpen] = [declared.scopes, scopes].map((all) => all.some(({ noun }) => noun === PROVIDER));
  return scopes.flatMap((scope) => {
    const kind = kindOf(scope.noun);
    if (kind === undefined) return [];
    return [...objectsOf(wanted, kind.noun).values()].filter(isUnseen).flatMap((object) => [
      // Where somebody looked at the providers, what is in the way is known.
      ...(isDeclared && !isOpen ? [] : predecessors(object, { wanted, setting })),
      ...(isFixed(kind, object.identity) ? fixed(kind, object, setting) : [made(kind, scope, { object, setting })]),
      ...grantDrafts(kind, object, grantsBetween(kind, { wanted: object, held: undefined }, { wanted })),
    ]);
  });
}

/** Set to what is stated; the way back is to what the server makes of it by itself. */
function fixed(kind: Kind, object: ServerObject, setting: Setting): readonly Draft[] {
  const unknown: ServerObject = { noun: object.noun, identity: object.identity, values: {} };
  const changes = Object.entries(object.values).flatMap(([parameter, to]) => {
    if (isForbidden(kind, parameter, to) || isImplied(parameter, object)) return [];
    const at = object.valuesAt?.[parameter] ?? object.at;
    return [{ parameter, from: undefined, to, ...(at && { at }) }];
  });
  const changeable = changes.filter(({ parameter, to }) => canChange(kind, parameter, to, setting));
  return changeDrafts(kind, { object, there: unknown, changes: changeable }, setting).map((draft) => {
    const names = changeable.filter(({ parameter }) =>
      draft.commands.some(({ parameters }) => parameter in parameters),
    );
    const values = Object.fromEntries(
      names.flatMap(({ parameter }) => {
        const value = defaultOf(kind, object, parameter, setting);
        return value === undefined || !canChange(kind, parameter, value, setting) ? [] : [[parameter, value] as const];
      }),
    );
    return { ...draft, undo: changing(kind, { identity: object.identity, values, after: values }, setting) };
  });
}

/** Partner discovery is switched on together with its routing; to choose the routing before would switch it off for a while. */
function isImplied(parameter: string, { values }: ServerObject): boolean {
  return parameter === DEFAULT_ROUTE && values[parameter] === false && values.EnablePartnerDiscovery === true;
}

function made(
  kind: Kind,
  scope: Scope,
  { object, setting }: { readonly object: ServerObject; readonly setting: Setting },
): Draft {
  const { noun, identity, at } = object;
  const settable = Object.entries(object.values).filter(
    ([name, value]) => canChange(kind, name, value, setting) && !isForbidden(kind, name, value),
  );
  const values = Object.fromEntries(settable);
  return {
    action: 'add',
    object: noun,
    identity,
    commands: making(kind, object, setting),
    undo: removing(kind, object),
    reason: whySet(scope),
    ...(at && { at }),
    ...commandPlace('make', noun),
    only: { when: 'absent', otherwise: changing(kind, { identity, values, after: object.values }, setting) },
  };
}

/** A server comes with providers; one that holds a proxy that is wanted, or stands beside a default route, has to go. */
function predecessors(
  object: ServerObject,
  { wanted, setting }: { readonly wanted: Side; readonly setting: Setting },
): readonly Draft[] {
  const kind = kindOf(PROVIDER);
  const isRouted = routesByDefault(object);
  const proxy = typeof object.values.ProxyFqdn === 'string' ? hostKey(object.values.ProxyFqdn) : undefined;
  if (kind === undefined || (!isRouted && proxy === undefined)) return [];
  const { providers } = setting.catalog;
  return idsOf(providers)
    .filter((id) => providers[id].shipped && (isRouted || hostKey(providers[id].proxyFqdn) === proxy))
    .flatMap((id) => providers[id].identities)
    .filter((identity) => !wanted.objects.has(stateKey({ noun: PROVIDER, identity })))
    .map((identity) => ({
      action: 'remove',
      object: PROVIDER,
      identity,
      commands: removing(kind, { identity }),
      undo: [],
      reason: isRouted
        ? say`Where the server came with it, it hinders the default route.`
        : say`Where the server came with it, it holds the proxy of ${code(object.identity)}.`,
      ...(object.at && { at: object.at }),
      ...commandPlace('remove', PROVIDER),
      only: { when: 'present', otherwise: [] },
    }));
}

const PROVIDER = nouns.publicProvider;
