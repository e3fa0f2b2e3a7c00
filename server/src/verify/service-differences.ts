import { each, type Located, type Spec } from '../spec/model.ts';
import type { SrvRecord } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { code, say } from '../text/message.ts';
import { append, remove, set } from '../yaml/edit.ts';
import type { WorldDifference } from './difference.ts';
import type { Lookup } from './recording.generated.ts';
import { inView, recordsOf } from './records-of.ts';
import type { Seen } from './seen.ts';
import type { Subject } from './subjects.ts';

type Service = NonNullable<Lookup['services']>[number];

/** Where the SRV records of a name are otherwise than in the spec: those with one target are the same, then any two. */
export function serviceDifferences(spec: Spec, subject: Subject, seen: Seen): readonly WorldDifference[] {
  const { view, name, at } = subject;
  const found = seen.found(view, name, 'SRV');
  if (found === undefined) return [];
  const live = (found.services ?? []).filter(({ target }) => target !== '');
  const stated = [...recordsOf(each(spec.dns?.srv), subject)];
  const pairs: [Located<SrvRecord>, Service][] = [];
  const take = (isSame: (record: Located<SrvRecord>, service: Service) => boolean) => {
    for (const service of [...live]) {
      const i = stated.findIndex((record) => isSame(record, service));
      const [record] = i < 0 ? [] : stated.splice(i, 1);
      if (record === undefined) continue;
      live.splice(live.indexOf(service), 1);
      pairs.push([record, service]);
    }
  };
  take(({ target }, service) => hostKey(target?.value ?? '') === service.target);
  take(() => true);
  return [
    ...pairs.flatMap(([record, service]) => changes(record, service, name)),
    ...stated.map(
      (record): WorldDifference => ({
        is: 'missing',
        object: 'SRV',
        identity: name,
        declared: record.target?.value,
        live: undefined,
        at: record.name?.at ?? record.at,
        message: say`No name server shows the record ${code(name)} that leads to ${code(record.target?.value ?? '')}.`,
        edits: [remove(record.path)],
        isDrift: true,
      }),
    ),
    ...live.map(
      ({ port, target, priority, weight }): WorldDifference => ({
        is: 'surplus',
        object: 'SRV',
        identity: name,
        declared: undefined,
        live: target,
        at,
        message: say`DNS has the record ${code(name)}, which leads to ${code(target)}, and the spec does not.`,
        edits: [append(['dns', 'srv'], { name, port, target, priority, weight, ...inView(view) })],
        isDrift: spec.dns?.srv !== undefined,
      }),
    ),
  ];
}

function changes(record: Located<SrvRecord>, service: Service, identity: string): readonly WorldDifference[] {
  return (['target', 'port', 'priority', 'weight'] as const).flatMap((setting): readonly WorldDifference[] => {
    const leaf = record[setting];
    const live = service[setting];
    if (leaf === undefined || hostKey(String(leaf.value)) === String(live)) return [];
    return [
      {
        is: 'changed',
        object: 'SRV',
        identity,
        setting,
        declared: leaf.value,
        live,
        at: leaf.at,
        message: say`DNS has ${code(live)} for ${code(setting)} of ${code(identity)}, not ${code(leaf.value)}.`,
        edits: [set([...record.path, setting], live)],
        isDrift: true,
      },
    ];
  });
}
