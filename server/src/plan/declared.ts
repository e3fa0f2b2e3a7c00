import type { Catalog } from '../catalog/catalog.generated.ts';
import { nouns } from '../catalog/nouns.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import { GLOBAL } from '../cmdlets/effect.ts';
import { isTenantAlone } from '../deployment/tenant.ts';
import { newestServer } from '../deployment/version-gap.ts';
import type { Place, Spec } from '../spec/model.ts';
import { fieldOf, isList, objectsOf } from '../spec/noun-sections.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { isWritten, type Kind, kinds, type Setting, typedFor, writtenBy } from './kinds.ts';
import { withPossibleGrants } from './possible-grants.ts';
import { DEFAULT_ROUTE, DNS_SRV, routed } from './routing.ts';
import { type Scope, type ServerObject, type State, stateKey } from './state.ts';
import type { Note } from './step.ts';

/** What a spec declares, and what of it no plan can make true. */
export interface Declared extends State {
  readonly leftOut: readonly Note[];
}

/** What the servers and the tenant hold when the spec is true, as the schema annotates its keys with cmdlets. */
export function declared(spec: Spec, catalog: Catalog, asOf = spec.asOf?.value): Declared {
  const server = newestServer(spec, catalog);
  const setting: Setting = { catalog, server };
  const alone = isTenantAlone(spec);
  const scopes: Scope[] = [];
  const objects: ServerObject[] = [];
  const leftOut: Note[] = [];
  for (const kind of kinds) {
    const found = objectsOf(spec, kind.section);
    if (found === undefined || (alone && !isOfService(kind))) continue;
    const { path, at, keyAt } = found.section;
    if (!isWritable(kind, setting)) {
      leftOut.push({ message: noCmdlets(kind, setting), at: keyAt ?? at });
      continue;
    }
    const isAll = isList(found.section);
    scopes.push({ noun: kind.noun, path, at: keyAt ?? at, ...(isAll ? {} : { partial: true }) });
    for (const place of found.objects()) {
      const object = objectAt(place, kind, isAll);
      if (object === undefined) continue;
      const { current, ended } = withoutEnded(object, kind, asOf);
      leftOut.push(...ended, ...unwritable(current, kind, setting));
      objects.push(supported(current, kind, setting));
    }
  }
  const { kept, doubled } = withoutDoubles(objects);
  const granted = withPossibleGrants(kept);
  return {
    ...(server && { server }),
    scopes,
    objects: granted.objects,
    leftOut: [...leftOut, ...doubled, ...granted.leftOut],
  };
}

function objectAt(place: Place, { noun, section, grant, change }: Kind, isNamed: boolean): ServerObject | undefined {
  const values: Record<string, CommandValue | null> = {};
  const valuesAt: Record<string, Range> = {};
  const unread: string[] = [];
  for (const [key, parameter] of section.parameters) {
    const field = fieldOf(place, key);
    const value = field && writtenValue(field);
    if (place.unread?.includes(key)) {
      unread.push(parameter);
      continue;
    }
    if (field === undefined || value === undefined) continue;
    values[parameter] = value;
    valuesAt[parameter] = field.keyAt ?? field.at;
  }
  const { Identity = values.Domain ?? (isNamed ? undefined : GLOBAL), Domain: _, ...others } = values;
  if (typeof Identity !== 'string' || Identity === '') return undefined;
  const grantees = grant === undefined ? undefined : fieldOf(place, 'grantedTo');
  const grantedTo = grantees && writtenValue(grantees);
  return {
    noun,
    identity: Identity,
    values: routed(change, others),
    ...(unread.length > 0 && { unread }),
    ...(Array.isArray(grantedTo) && { grantedTo }),
    at: valuesAt.Identity ?? valuesAt.Domain ?? place.keyAt ?? place.at,
    path: place.path,
    valuesAt: valuesAt[DNS_SRV] ? { [DEFAULT_ROUTE]: valuesAt[DNS_SRV], ...valuesAt } : valuesAt,
  };
}

function writtenValue(place: Place): CommandValue | undefined {
  if (isList(place))
    return place.items.flatMap((item) => ('value' in item && typeof item.value === 'string' ? [item.value] : []));
  const value: unknown = 'value' in place ? place.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** Whether the online service has cmdlets that write the kind. */
function isOfService({ make, change }: Kind): boolean {
  return [make, change].some((one) => {
    const isOnline = ({ appliesTo }: { readonly appliesTo: readonly unknown[] }) => appliesTo.length === 0;
    return one !== undefined && (isOnline(one) || [...one.takes.values()].some(isOnline));
  });
}

/** Whether the server has a cmdlet that writes the kind. */
function isWritable({ make, change }: Kind, { catalog, server }: Setting): boolean {
  if (server === undefined) return true;
  const shell = catalog.products[server.product].parametersOf;
  return [make, change].some((one) => one?.online || (shell !== undefined && one?.appliesTo.includes(shell)));
}

function noCmdlets({ section, noun }: Kind, { catalog, server }: Setting): Message {
  const name = server === undefined ? '' : catalog.products[server.product].name;
  return say`${prose(name)} has no cmdlets for ${code(noun)}, so ${code(section.path.join('.'))} is left out.`;
}

/** The object without what the tenant no longer takes on a day. */
function withoutEnded(
  object: ServerObject,
  kind: Kind,
  asOf: string | undefined,
): { readonly current: ServerObject; readonly ended: readonly Note[] } {
  const dates = new Map(
    Object.keys(object.values).flatMap((name) => {
      const since = writtenBy(kind, name).find(({ online }) => online)?.deprecatedSince;
      return since !== undefined && asOf !== undefined && asOf >= since ? [[name, since] as const] : [];
    }),
  );
  const kept = Object.entries(object.values).filter(([name]) => !dates.has(name));
  const ended = [...dates].map(([name, since]) => {
    const at = object.valuesAt?.[name] ?? object.at;
    return {
      message: say`${code(`-${name}`)} can no longer be used since ${since}, so it is left out.`,
      ...(at && { at }),
    };
  });
  return { current: { ...object, values: Object.fromEntries(kept) }, ended };
}

function unwritable(object: ServerObject, kind: Kind, setting: Setting): readonly Note[] {
  const at = object.at;
  const unread = (object.unread ?? []).map((name) => ({
    message: say`What stands for ${code(`-${name}`)} of ${code(object.identity)} could not be read, so it is left as it is.`,
    ...(at && { at }),
  }));
  const lacking = Object.keys(object.values).flatMap((name) => {
    if (isWritten(kind, name, setting)) return [];
    const at = object.valuesAt?.[name] ?? object.at;
    const message = say`The server has no ${code(`-${name}`)} for ${code(object.identity)}, so it is left out.`;
    return [{ message, ...(at && { at }) }];
  });
  return [...unread, ...lacking];
}

function supported(object: ServerObject, kind: Kind, setting: Setting): ServerObject {
  const kept = Object.entries(object.values).filter(([name]) => isWritten(kind, name, setting));
  return { ...object, values: Object.fromEntries(kept.map(([name, value]) => [name, typedFor(kind, name, value)])) };
}

/** One object per name; and where a domain is both allowed and blocked, it is blocked, as the server would have it. */
function withoutDoubles(objects: readonly ServerObject[]): { kept: readonly ServerObject[]; doubled: readonly Note[] } {
  const blocked = new Set(objects.filter(({ noun }) => noun === nouns.blockedDomain).map((one) => stateKey(one)));
  const seen = new Set<string>();
  const kept: ServerObject[] = [];
  const doubled: Note[] = [];
  for (const object of objects) {
    const { identity, at } = object;
    const isBlocked =
      object.noun === nouns.allowedDomain && blocked.has(stateKey({ noun: nouns.blockedDomain, identity }));
    const isSecond = seen.has(stateKey(object));
    seen.add(stateKey(object));
    if (!isBlocked && !isSecond) kept.push(object);
    else {
      const message = isSecond
        ? say`${code(identity)} stands here a second time; the first entry counts.`
        : say`${code(identity)} is blocked as well, so it is not allowed.`;
      doubled.push({ message, ...(at && { at }) });
    }
  }
  return { kept, doubled };
}
