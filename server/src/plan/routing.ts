import type { NamedCmdlet } from '../catalog/cmdlets.ts';
import type { Command, CommandValue } from '../cmdlets/command.ts';
import type { ServerObject } from './state.ts';

/**
 * The Access Edge routes in one of two ways, each chosen by a switch that brings parameters of its own. A state holds the
 * way as one value, `UseDefaultRouting`; DNS SRV routing is what there is without it.
 */
export const DEFAULT_ROUTE = 'UseDefaultRouting';
export const DNS_SRV = 'UseDnsSrvRouting';

type Values = ServerObject['values'];

/** A change of the way of routing as the switch that is given. */
export function shownRouting<T extends { readonly parameter: string; readonly to: CommandValue | null }>(change: T): T {
  if (change.parameter !== DEFAULT_ROUTE || change.to !== false) return change;
  return { ...change, parameter: DNS_SRV, from: undefined, to: true };
}

/** The values with the way of routing as one value, and without the parameters of the way that is not taken. */
export function routed(change: NamedCmdlet | undefined, values: Values): Values {
  if (change === undefined || !(DNS_SRV in change.parameters)) return values;
  const byDefault = values[DEFAULT_ROUTE] ?? (values[DNS_SRV] === false ? true : undefined);
  const isDefault = byDefault === true && values[DNS_SRV] !== true;
  const muted = ownTo(change, isDefault ? DNS_SRV : DEFAULT_ROUTE);
  const kept = Object.entries(values).filter(
    ([name]) => name !== DNS_SRV && (name === DEFAULT_ROUTE || !muted.has(name)),
  );
  return {
    ...Object.fromEntries(kept),
    ...(DNS_SRV in values || DEFAULT_ROUTE in values ? { [DEFAULT_ROUTE]: isDefault } : {}),
  };
}

/** Whether an object sends all that goes out to one server, beside which there can be no providers. */
export function routesByDefault({ values }: Pick<ServerObject, 'values'>): boolean {
  return values[DEFAULT_ROUTE] === true;
}

/** Parameters as a command gives them: with the switch they belong to, and with what that one demands. */
export function withSwitch(
  change: NamedCmdlet,
  parameters: Command['parameters'],
  after: Values,
): Command['parameters'] {
  const chosen = switchFor(change, parameters);
  if (chosen === undefined) return parameters;
  const { [DEFAULT_ROUTE]: _, ...others } = parameters;
  const demanded = demandsOf(change, chosen).flatMap((name) => {
    const value =
      after[name] ?? (name in change.parameters && change.parameters[name]?.type === 'Boolean' ? false : null);
    return value === null ? [] : [[name, value] as const];
  });
  return { [chosen]: undefined, ...Object.fromEntries(demanded), ...others };
}

function switchFor(change: NamedCmdlet, parameters: Command['parameters']): string | undefined {
  if (!(DNS_SRV in change.parameters)) return undefined;
  if (DEFAULT_ROUTE in parameters) return parameters[DEFAULT_ROUTE] === true ? DEFAULT_ROUTE : DNS_SRV;
  return [DNS_SRV, DEFAULT_ROUTE].find((one) => {
    const own = ownTo(change, one);
    return Object.keys(parameters).some((name) => own.has(name));
  });
}

/** The parameters that can be given only beside a switch. */
function ownTo({ sets }: NamedCmdlet, name: string): ReadonlySet<string> {
  const free = new Set(
    sets.flatMap(({ parameters }) =>
      parameters.includes(DNS_SRV) || parameters.includes(DEFAULT_ROUTE) ? [] : parameters,
    ),
  );
  const beside = sets.flatMap(({ parameters }) => (parameters.includes(name) ? parameters : []));
  return new Set(beside.filter((one) => !free.has(one)));
}

function demandsOf({ constraints = [] }: NamedCmdlet, name: string): readonly string[] {
  return constraints.flatMap((one) => (one.kind === 'requires' && one.parameter === name ? one.requires : []));
}
