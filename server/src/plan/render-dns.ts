import { each, type Located, type Spec } from '../spec/model.ts';
import type { AliasRecord, HostRecord, SrvRecord } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { code, say, textOf } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { plainLine } from '../text/visible.ts';
import type { Note } from './step.ts';
import { fileAndLine, type Origin } from './summary.ts';

/** Records as a zone fragment, and those that no zone file can hold. */
export interface Zone {
  readonly text: string;
  readonly refusals: readonly Note[];
}

/** The records of a spec for BIND: full names, one hour to live, the inner zone apart from the public one. */
export function renderDns(spec: Spec, origin: Origin): Zone {
  const { srv: services, hosts: machines, aliases } = spec.dns ?? {};
  const records = [...each(services).map(srv), ...each(machines).flatMap(hosts), ...each(aliases).map(alias)].flatMap(
    (one) => one ?? [],
  );
  const refusals = records.flatMap(({ at, names }) => {
    const wrong = names.find((name) => !NAME.test(name));
    const message = wrong !== undefined && say`${code(plainLine(wrong))} is no name that a zone file can hold.`;
    return message ? [{ message, at }] : [];
  });
  const views = (['public', 'internal'] as const).flatMap((view) => {
    const own = records.filter((one) => one.view === view && one.names.every((name) => NAME.test(name)));
    if (own.length === 0) return [];
    const title =
      view === 'public' ? say`The public zone, on the internet` : say`The internal zone, of a split-brain DNS`;
    const lines = [`; ==== ${textOf(title, origin.bundle)} ====`, ...(view === 'internal' ? ['; view: internal'] : [])];
    return [[...lines, ...aligned(own, origin)].join('\n')];
  });
  const head = `; ${plainLine(textOf(say`DNS records of ${origin.path}`, origin.bundle))}\n`;
  return { text: [head, ...views.map((view) => `${view}\n`)].join('\n'), refusals };
}

interface ZoneRecord {
  readonly at: Range;
  readonly view: 'public' | 'internal';
  /** Names that have to be ones, without their last dot. */
  readonly names: readonly string[];
  readonly owner: string;
  readonly data: string;
}

const NAME = /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;

function srv({ at, name, port, target, priority, weight, view }: Located<SrvRecord>): ZoneRecord | undefined {
  if (name === undefined || port === undefined || target === undefined) return undefined;
  const [owner, host] = [hostKey(name.value), hostKey(target.value)];
  const numbers = [priority?.value ?? 0, weight?.value ?? 0, port.value].join(' ');
  return { at, view: view?.value ?? 'public', names: [owner, host], owner, data: `SRV  ${numbers} ${host}.` };
}

function hosts({ at, name, addresses, view }: Located<HostRecord>): readonly ZoneRecord[] {
  if (name === undefined) return [];
  const owner = hostKey(name.value);
  return each(addresses).map(({ value }) => {
    const type = value.includes(':') ? 'AAAA' : 'A   ';
    return { at, view: view?.value ?? 'public', names: [owner], owner, data: `${type} ${value}` };
  });
}

function alias({ at, name, target, view }: Located<AliasRecord>): ZoneRecord | undefined {
  if (name === undefined || target === undefined) return undefined;
  const [owner, host] = [hostKey(name.value), hostKey(target.value)];
  return { at, view: view?.value ?? 'public', names: [owner, host], owner, data: `CNAME ${host}.` };
}

function aligned(entries: readonly ZoneRecord[], origin: Origin): readonly string[] {
  const width = Math.max(...entries.map(({ owner }) => owner.length)) + 1;
  return entries.map(
    ({ owner, data, at }) => `${`${owner}.`.padEnd(width)} 3600 IN ${data} ; ${plainLine(fileAndLine(at, origin))}`,
  );
}
