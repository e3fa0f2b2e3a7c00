import { allPartners, type PartnerEntry } from '../deployment/partners.ts';
import type { Spec } from '../spec/model.ts';
import { sameHost } from '../text/host.ts';
import { code, say } from '../text/message.ts';
import { set } from '../yaml/edit.ts';
import type { WorldDifference } from './difference.ts';
import type { Seen } from './seen.ts';
import type { Subject } from './subjects.ts';

/** Where the records of partners are otherwise than the spec knows them, or it does not know them. */
export function partnerDifferences(spec: Spec, subjects: readonly Subject[], seen: Seen): readonly WorldDifference[] {
  const entries = new Map(allPartners(spec).map((entry) => [entry.path.join('.'), entry]));
  return subjects.flatMap(({ kind, partner, view, name, speaks }) => {
    const entry = partner && entries.get(partner.join('.'));
    if (entry === undefined || kind !== 'service' || speaks?.protocol !== 'sip') return [];
    const found = seen.found(view, name, 'SRV');
    if (found === undefined) return [];
    const targets = (found.services ?? [])
      .filter(({ target }) => target !== '')
      .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
      .map(({ target }) => target);
    return difference(entry, targets);
  });
}

/** The spec has room for one target: it is right with any of those that come first. */
function difference({ domain, partner, path }: PartnerEntry, targets: readonly string[]): readonly WorldDifference[] {
  const [live = NONE] = targets;
  const stated = partner?.srv;
  const isSame = stated && [live, ...targets].some((one) => sameHost(stated.value, one));
  if (isSame) return [];
  const edit = partner ? set([...partner.path, 'srv'], live) : set([...path, 'partner'], { srv: live });
  const about = { object: 'partner', identity: domain.value, setting: 'srv', live, edits: [edit] } as const;
  const message =
    live === NONE
      ? say`DNS has no federation record of ${code(domain.value)}.`
      : say`The federation record of ${code(domain.value)} leads to ${code(live)}.`;
  return [
    stated
      ? {
          ...about,
          is: 'changed',
          declared: stated.value,
          at: stated.at,
          message: say`${message} The spec says ${code(stated.value)}.`,
          isDrift: true,
        }
      : { ...about, is: 'surplus', declared: undefined, at: domain.at, message, isDrift: false },
  ];
}

/** As the format says that a lookup found no record. */
const NONE = 'none';
