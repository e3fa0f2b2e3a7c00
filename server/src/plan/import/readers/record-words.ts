import { idsOf } from '../../../catalog/ids.ts';
import type { FoundObject } from '../found.ts';

/** A record as a list has it, by the meaning of its columns or keys. */
export interface ListedRecord extends Pick<FoundObject, 'source' | 'line' | 'last' | 'placeOf'> {
  readonly values: Readonly<Partial<Record<Meaning, string>>>;
}

/** What a column or a key of a list of DNS records holds. */
export type Meaning = keyof typeof WORDS;

/** What a column or a key holds by its name, in whatever case, and with whatever stands between its words. */
export function meaningOf(name: string): Meaning | undefined {
  return BY_WORD.get(name.toLowerCase().replaceAll(/[\s_\-/*.]/g, ''));
}

/** The names of columns and keys, as registrars, DNS services and servers write them. */
const WORDS = {
  fullName: ['fqdn'],
  name: [
    ...['name', 'host', 'hostname', 'hostlabel', 'hostrecord', 'recordname', 'dnsname', 'owner', 'label', 'subdomain'],
    ...['호스트', '호스트명', '이름', '레코드명', '서브도메인', 'ホスト名'],
  ],
  zone: ['zone', 'zonename', 'domain', 'domainname', '도메인', '도메인명'],
  /** The name of an object in Active Directory. */
  path: ['distinguishedname'],
  type: [
    'type',
    'recordtype',
    'rrtype',
    'querytype',
    'fieldtype',
    '타입',
    '유형',
    '레코드타입',
    '레코드유형',
    'タイプ',
  ],
  data: [
    ...['data', 'value', 'content', 'answer', 'pointsto', 'destination', 'rdata', 'recorddata', 'recordvalue'],
    ...['address', 'addresses', 'ipaddress', 'ip4address', 'ip6address', 'ipv4address', 'ipv6address'],
    ...['cname', 'canonicalname', 'namehost', '값', '값위치', '레코드값', '데이터', '値'],
  ],
  priority: ['priority', 'prio', 'pref', 'preference', '우선순위', '優先度'],
  weight: ['weight', '가중치'],
  port: ['port', '포트'],
  target: ['target', 'targethost', 'nametarget', '대상'],
  service: ['service', '서비스'],
  /** For whom it is. */
  view: ['view', 'dnsview', 'viewname', '뷰'],
  disabled: ['disabled', 'disable'],
  protocol: ['protocol', 'proto', '프로토콜'],
  /** Of one name several records, or the parts of one. */
  parts: [
    ...['resourcerecords', 'rrdatas', 'records', 'values', 'properties'],
    ...['arecords', 'aaaarecords', 'srvrecords', 'cnamerecord'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const BY_WORD: ReadonlyMap<string, Meaning> = new Map(
  idsOf(WORDS).flatMap((meaning) => WORDS[meaning].map((word) => [word, meaning] as const)),
);
