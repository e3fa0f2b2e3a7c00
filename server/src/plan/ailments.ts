import { catalog } from '../catalog/catalog.generated.ts';
import { nouns } from '../catalog/nouns.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import type { Found, FoundObject } from './import/found.ts';
import { text, texts } from './import/properties.ts';

/** What a capture shows of the servers that no spec speaks of, and that keeps them from what it says. */
export function ailmentsIn({ objects }: Found): readonly Message[] {
  const of = (noun: string) => objects.filter((object) => object.noun?.toLowerCase() === noun.toLowerCase());
  return [
    ...of(nouns.replication).flatMap((object) => behind(object) ?? []),
    ...of(nouns.service).flatMap((object) => withoutNextHop(object) ?? []),
    ...of(nouns.dnsAnswer).flatMap((object) => unanswered(object) ?? []),
    ...of(nouns.rootStore).flatMap(roots),
  ];
}

/** A server that the copy of the settings has not reached. */
function behind(object: FoundObject): Message | undefined {
  const fqdn = text(object, 'ReplicaFqdn') ?? text(object, 'Identity');
  if (fqdn === undefined || text(object, 'UpToDate')?.toLowerCase() !== 'false') return undefined;
  const reported = text(object, 'LastStatusReport');
  const settings = say`${code(fqdn)} has not got the settings that were published last, so it may not do yet what the capture shows.`;
  const last = reported === undefined ? settings : say`${settings} It last reported at ${code(reported)}.`;
  return say`${last} ${code('Invoke-CsManagementStoreReplication')} sends them again; look at the event log of the server where that does not help.`;
}

/** An Edge that was shown with an empty next hop; where the property is absent, nobody asked for it. */
function withoutNextHop(object: FoundObject): Message | undefined {
  const [edge, property] = [text(object, 'Identity'), 'Registrar'];
  const isShown = Object.keys(object.properties).some((name) => name.toLowerCase() === property.toLowerCase());
  if (edge === undefined || !isShown || text(object, property) !== undefined) return undefined;
  return say`${code(edge)} has no next hop, so what arrives at the Edge goes nowhere. Set its next hop pool in the topology, and publish it.`;
}

/** A proxy without an address where the capture was made, and what nobody answered. */
function unanswered(object: FoundObject): Message | undefined {
  const [name, failure] = [text(object, 'Name'), text(object, 'Failure')];
  if (name === undefined) return undefined;
  if (failure !== undefined)
    return say`DNS gave no answer for ${code(name)}: ${code(failure)}. Let the computer ask a server that answers, on port 53.`;
  if (text(object, 'Type') === 'SRV' || texts(object, 'Answers').length > 0) return undefined;
  return say`${code(name)} is the proxy of an enabled provider and has no address in the DNS of the computer that was asked. Where that is the Edge Server, the provider is not reached: correct its DNS, or the name.`;
}

function roots(object: FoundObject): readonly Message[] {
  const computer = code(text(object, 'Computer') ?? 'RootStore');
  const [twice, misplaced] = [texts(object, 'Twice'), texts(object, 'Misplaced')];
  const { value: most } = catalog.limits['trusted-roots'];
  const count = Number(text(object, 'Count') ?? 0);
  return [
    ...(misplaced.length > 0
      ? [
          say`Among the trusted roots of ${computer} stand certificates that others issued: ${codes(misplaced, MOST_NAMED)}. Move them to the intermediate authorities.`,
        ]
      : []),
    ...(twice.length > 0
      ? [say`The trusted roots of ${computer} have some twice: ${codes(twice, MOST_NAMED)}. Remove one of each.`]
      : []),
    ...(count > most
      ? [
          say`${computer} trusts ${count} roots. More than ${most} are said to disturb sign-in and TLS, which no document of the vendor confirms; take care when you remove some, since partners' roots are among them.`,
        ]
      : []),
  ];
}

const MOST_NAMED = 5;
