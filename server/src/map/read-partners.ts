import { catalog } from '../catalog/catalog.generated.ts';
import type { Listed } from '../deployment/classify.ts';
import { providerFor } from '../deployment/hosting-providers.ts';
import { wayTo } from '../diagnose/chain/way.ts';
import { each, type Leaf, type Place, type Spec } from '../spec/model.ts';
import { hostKey } from '../text/host.ts';
import { type Message, say } from '../text/message.ts';
import type { Building } from './building.ts';
import { named, spokenOn } from './words.ts';

interface From {
  /** What all lead through that have no way of their own. */
  readonly gate: string;
  /** The stations of clouds, by the paths of the hosting providers that lead there. */
  readonly clouds: ReadonlyMap<string, string>;
}

/** What the lists say of a domain, and where. */
interface Entry extends Listed {
  readonly name: Leaf<string>;
  readonly places: readonly Place[];
}

/** The partners of all lists, each once, with the ways to them. */
export function leadToPartners(map: Building, spec: Spec, { gate, clouds }: From): void {
  for (const [key, entry] of entriesOf(spec)) {
    const { type, detail, label, from = gate } = roadTo(spec, entry, clouds);
    const { name, places } = entry;
    const group = `partner ${type} ${from}`;
    const id = map.add({ kind: 'partner', key, name: named(name.value), detail, at: name.at, places, group });
    map.listed.set(id, entry);
    map.lead(from, id, { label, sharesEnd: true });
  }
}

function entriesOf({ domains }: Spec): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  const enter = (place: Place, name: Leaf<string> | undefined, as: Partial<Listed>) => {
    if (name === undefined) return;
    const before = found.get(hostKey(name.value));
    found.set(hostKey(name.value), {
      domain: name.value,
      name: before?.name ?? name,
      places: [...(before?.places ?? []), place],
      allowed: before?.allowed ?? as.allowed,
      discovered: before?.discovered ?? as.discovered,
      blocked: before?.blocked ?? as.blocked ?? false,
      xmpp: before?.xmpp ?? as.xmpp ?? false,
    });
  };
  for (const one of each(domains?.allowed)) enter(one, one.domain, { allowed: one });
  for (const one of each(domains?.discovered)) enter(one, one.domain, { discovered: one });
  for (const one of each(domains?.xmpp)) enter(one, one.domain, { xmpp: true });
  for (const one of each(domains?.blocked)) enter(one, one.domain, { blocked: true });
  return found;
}

interface RoadTo {
  /** Partners of one type stand for each other where there are many. */
  readonly type: string;
  readonly detail: Message;
  readonly label?: Message;
  /** Where the road begins, unless at the gate. */
  readonly from?: string | undefined;
}

function roadTo(spec: Spec, { name, allowed, discovered, xmpp }: Entry, clouds: From['clouds']): RoadTo {
  const entry = allowed ?? discovered;
  if (entry === undefined && !xmpp) return { type: 'blocked', detail: say`blocked domain` };
  const about = entry && {
    ...entry,
    domain: name,
  };
  switch (wayTo(spec, { catalog, asOf: '' }, about)) {
    case 'xmpp':
      return { type: 'xmpp', detail: say`XMPP partner`, label: spokenOn('xmpp') };
    case 'pin':
      return { type: 'pin', detail: say`pinned server`, label: spokenOn('federation') };
    case 'cloud': {
      const provider = about && providerFor(spec, catalog, about);
      const from = provider && clouds.get(provider.path.join('.'));
      return { type: 'cloud', detail: say`hosted partner`, from };
    }
    case 'default-route':
      return { type: 'default-route', detail: say`over the default route` };
    default: {
      const detail = allowed ? say`by its SRV record` : say`discovered by its SRV record`;
      return { type: allowed ? 'record' : 'discovered', detail, label: spokenOn('federation') };
    }
  }
}
