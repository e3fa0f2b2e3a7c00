import { nouns } from '../../catalog/nouns.ts';
import { EACH } from '../../spec/faults.ts';
import { hostKey, parentOf } from '../../text/host.ts';
import type { Path } from '../../yaml/tree.ts';
import { DNS_RECORD } from './dns-records.ts';
import type { Draft } from './draft.ts';
import type { Found, FoundObject } from './found.ts';
import { type NounPlace, nounPlaces } from './nouns.ts';
import { text } from './properties.ts';

/** What nobody was shown of a deployment: sections of the spec, keys of their entries, and records of names. */
export function untoldIn(found: Found, draft: Draft): readonly Path[] {
  const shown = new Map<string, FoundObject[]>();
  for (const object of found.objects) {
    const noun = object.noun?.toLowerCase() ?? '';
    const before = shown.get(noun);
    if (before) before.push(object);
    else shown.set(noun, [object]);
  }
  const of = (noun: string) => shown.get(noun.toLowerCase()) ?? [];
  const isNone = (noun: string) => found.none?.some((one) => one.toLowerCase() === noun.toLowerCase()) === true;
  const isWhole = (noun: string) => isNone(noun) || of(noun).some(({ hasOthers }) => !hasOthers);
  return [
    ...NEVER_SHOWN,
    ...nounPlaces.flatMap((place) =>
      isWhole(place.noun) ? untoldKeys(place, draft, isWhole(nouns.user)) : [place.path],
    ),
    ...(isWhole(nouns.service) ? [] : [['edge', 'pools']]),
    ...untoldCertificates(of(nouns.certificate)),
    ...(found.isLookedUp || isNone(DNS_RECORD) ? [] : untoldRecords(of(DNS_RECORD), draft)),
  ];
}

/** No cmdlet and no file of another form tells them. */
const NEVER_SHOWN: readonly Path[] = [['domains', 'discovered'], ['firewall'], ['licensing'], ['provisioning']];

function untoldKeys({ path, isList, schema }: NounPlace, draft: Draft, hasUsers: boolean): readonly Path[] {
  const keys = new Set(draft.get(path.join('.'))?.flatMap(({ unknown = [] }) => unknown));
  if (schema.properties?.grantedTo && !hasUsers) keys.add('grantedTo');
  return [...keys].map((key) => [...path, ...(isList ? [EACH] : []), key]);
}

/** The file of a certificate tells all of it; a console may cut off its names. */
function untoldCertificates(certificates: readonly FoundObject[]): readonly Path[] {
  if (certificates.length === 0) return [['certificates']];
  const isCut = (one: FoundObject) =>
    one.doubts.AlternativeNames !== undefined ||
    (text(one, 'File') === undefined && !('AlternativeNames' in one.properties));
  return certificates.some(isCut) ? [['certificates', EACH, 'subjectAlternativeNames']] : [];
}

/** A zone has all the records at and below its name; answers tell only what was asked. */
function untoldRecords(records: readonly FoundObject[], draft: Draft): readonly Path[] {
  const names = records.flatMap((one) => (one.isBulk ? hostKey(text(one, 'Name') ?? '') || [] : []));
  if (names.length === 0) return ['srv', 'hosts', 'aliases'].map((list) => ['dns', list]);
  const zones = new Set<string>();
  for (const name of names) for (let zone = name; zone.includes('.'); zone = parentOf(zone)) zones.add(zone);
  const said = (section: string, key: string) =>
    (draft.get(section) ?? []).flatMap(({ value }) => (typeof value[key] === 'string' ? hostKey(value[key]) : []));
  const domains = said('domains.sip', 'identity').filter((domain) => !zones.has(domain));
  const targets = said('dns.srv', 'target').filter((target) => !zones.has(parentOf(target)));
  return [...domains.map((domain) => ['dns', 'srv', domain]), ...targets.map((target) => ['dns', 'hosts', target])];
}
