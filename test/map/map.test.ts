import { describe, expect, it } from 'vitest';
import { links } from '../../server/src/diagnose/chain/links.ts';
import { foundOn } from '../../server/src/map/found.ts';
import { laidOut, STATION } from '../../server/src/map/layout.ts';
import { PLACES } from '../../server/src/map/trail.ts';
import { CONTOSO, roads, seen, standing, withPartners } from './sight.ts';

describe('the map of a spec', () => {
  it('has what messages pass, with ports and types on the ways', () => {
    const sight = seen(CONTOSO, { day: '2013-03-01' });
    expect(sight.map.stations.map(({ id }) => id)).toEqual([
      'organization',
      'gate',
      'certificate access-edge',
      'pool sip.contoso.com',
      'policy',
      'sip-domain contoso.com',
      'public-provider AOL',
      'hosting-provider Office365',
      'cloud lync-online',
      'record federation contoso.com',
      'partner fabrikam.com',
      'partner litwareinc.com',
      'partner adatum.com',
      'partner spam.example',
    ]);
    expect(roads(sight)).toEqual([
      'pool sip.contoso.com > certificate access-edge: shows',
      'pool sip.contoso.com > gate: TCP 5061',
      'organization > policy',
      'policy > sip-domain contoso.com',
      'gate > public-provider AOL: TCP 5061',
      'gate > hosting-provider Office365: TCP 5061',
      'hosting-provider Office365 > cloud lync-online',
      'sip-domain contoso.com > record federation contoso.com',
      'record federation contoso.com > pool sip.contoso.com: TCP 5061',
      'gate > partner fabrikam.com: TCP 5061',
      'gate > partner litwareinc.com: TCP 5061',
      'cloud lync-online > partner adatum.com',
      'gate > partner spam.example',
    ]);
  });

  it('is the same on every day', () => {
    const [then, now] = ['2005-01-01', '2026-12-01'].map((day) => seen(CONTOSO, { day }));
    expect(now?.map.stations).toEqual(then?.map.stations);
    expect(now?.map.roads).toEqual(then?.map.roads);
  });

  it('shows what is found where it is, and the way there with it', () => {
    const stands = (day: string, id: string) => {
      const { verdict, isClosed } = standing(seen(CONTOSO, { day }), id);
      return `${verdict}${isClosed ? ', closed' : ''}`;
    };
    const aol = (day: string) => [stands(day, 'public-provider AOL'), stands(day, 'gate > public-provider AOL')];
    expect(aol('2013-03-01')).toEqual(['fine', 'fine']);
    expect(aol('2014-05-01')).toEqual(['warning', 'warning']);
    expect(aol('2014-07-01')).toEqual(['error, closed', 'error, closed']);
    expect(stands('2014-07-01', 'partner fabrikam.com')).toBe('fine');
    expect(stands('2014-07-01', 'gate > partner spam.example')).toBe('fine, closed');
    expect(stands('2015-06-01', 'certificate access-edge')).toBe('error');
  });

  it('paints the road on which a record leads astray', () => {
    const sight = seen(CONTOSO.replace('port: 5061, target: sip.contoso.com', 'port: 443, target: sip.contoso.com'));
    expect(standing(sight, 'record federation contoso.com').verdict).not.toBe('fine');
    expect(roads(sight)).toContain('record federation contoso.com > pool sip.contoso.com: TCP 443');
  });

  it('leads a tenant that stands alone by its cloud', () => {
    const sight = seen(
      'lyncFederation: 1\ntenant: { allowFederatedUsers: true, sipDomains: [contoso.com], blockedDomains: [spam.example] }\ndomains: { discovered: [fabrikam.com, spam.example] }\n',
    );
    expect(roads(sight)).toEqual([
      'organization > sip-domain contoso.com',
      'sip-domain contoso.com > tenant',
      'tenant > partner fabrikam.com: TCP 5061',
      'tenant > partner spam.example: TCP 5061',
    ]);
    expect(standing(sight, 'tenant > partner spam.example').isClosed).toBe(true);
  });

  it('is there for an empty spec, and for one that is half typed', () => {
    for (const text of ['', 'lyncFederation: 1\n', 'lyncFederation: 1\nedge:\n  pools:\n    - \n', ': [', 'a'])
      expect(seen(text).scene.drawn.stations.map(({ kind }) => kind)).toContain('organization');
  });
});

describe('many partners', () => {
  const text = withPartners(10_000);

  it('stand as one, but for those that are asked for and those of which something is found', () => {
    const sight = seen(text.replace('- p7.example', '- p7.example\n    - p7.example'), {
      day: '2013-03-01',
      shown: ['partner p4711.example'],
    });
    const partners = sight.scene.drawn.stations.filter(({ kind }) => kind === 'partner');
    expect(partners.map(({ id, members }) => [id, members.length])).toEqual([
      ['partner p4711.example', 1],
      ['partner p7.example', 1],
      ['group partner record gate', 9_999],
      ['partner litwareinc.com', 1],
      ['partner adatum.com', 1],
      ['partner spam.example', 1],
    ]);
    expect(roads(sight)).toContain('gate > group partner record gate: TCP 5061');
  });

  it('are found by their names, those that begin with the words first', () => {
    const { map } = seen(text);
    expect(foundOn(map, 'P999', {}).map(({ name }) => name)).toEqual([
      'p999.example',
      ...Array.from({ length: 10 }, (_, i) => `p999${i}.example`),
    ]);
    expect(foundOn(map, 'fabri', {})).toEqual([
      { id: 'partner fabrikam.com', name: 'fabrikam.com', detail: 'by its SRV record' },
    ]);
    expect(foundOn(map, ' ', {})).toEqual([]);
  });
});

describe('a way', () => {
  const way = (text: string, to: string, from?: string) =>
    seen(text, { day: '2013-03-01', ends: { from, to } }).scene.trail;

  it('goes from a domain to a partner, by the certificate that is shown there', () => {
    expect([...(way(CONTOSO, 'user@Fabrikam.com')?.ids ?? [])].toSorted()).toEqual([
      'certificate access-edge',
      'gate',
      'gate > partner fabrikam.com',
      'partner fabrikam.com',
      'policy',
      'policy > sip-domain contoso.com',
      'pool sip.contoso.com',
      'pool sip.contoso.com > certificate access-edge',
      'pool sip.contoso.com > gate',
      'record federation contoso.com',
      'record federation contoso.com > pool sip.contoso.com',
      'sip-domain contoso.com',
      'sip-domain contoso.com > record federation contoso.com',
    ]);
    expect(way(CONTOSO, 'fabrikam.com')?.broken).toBeUndefined();
  });

  it('breaks where the chain does', () => {
    const without = (part: string | RegExp, by = '') => CONTOSO.replace(part, by);
    expect(
      way(without('_sipfederationtls._tcp.contoso.com, port: 5061', '_sip._tls.contoso.com, port: 443'), 'fabrikam.com')
        ?.broken,
    ).toBe('sip-domain contoso.com');
    expect(way(without('[server, client]', '[client]'), 'fabrikam.com')?.broken).toBe('certificate access-edge');
    expect(way(without('enableFederationAccess: true', 'enableFederationAccess: false'), 'fabrikam.com')?.broken).toBe(
      'policy',
    );
    const rule = 'firewall:\n  - { from: front-end, to: edge-internal, protocol: tcp, ports: 5061, direction: both }\n';
    expect(way(`${CONTOSO}${rule}`, 'fabrikam.com')?.broken).toBe('firewall');
    expect(way(without(/ {2}hosting:\n.*\n/), 'adatum.com')?.broken).toBe('gate');
    expect(way(without('enabled: true }\n  hosting', 'enabled: false }\n  hosting'), 'aol')?.broken).toBe(
      'public-provider AOL',
    );
    expect(way(CONTOSO, 'spam.example')?.broken).toBe('gate');
  });

  it('is that of one domain, whatever is wrong with others', () => {
    const text = CONTOSO.replace('sip: [contoso.com]', 'sip: [contoso.com, lost.example]');
    expect(way(text, 'fabrikam.com', 'contoso.com')?.broken).not.toBe('sip-domain lost.example');
    expect(way(text, 'fabrikam.com', 'lost.example')?.broken).toBe('sip-domain lost.example');
  });

  it('leads nowhere where an end is not on the map', () => {
    expect(way(CONTOSO, 'nobody.example')).toBeUndefined();
    expect(way(CONTOSO, 'fabrikam.com', 'nobody.example')).toBeUndefined();
  });

  it('knows where each link of a chain is', () => {
    expect(Object.keys(PLACES).toSorted()).toEqual(links.map(({ id }) => id).toSorted());
  });
});

it('a layout leaves room for each station', () => {
  const { drawn } = seen(withPartners(20)).scene;
  const { stations, width, height } = laidOut(drawn, {});
  const boxes = [...stations.values()];
  for (const [i, { x, y }] of boxes.entries()) {
    expect(x - STATION.width / 2).toBeGreaterThanOrEqual(0);
    expect(x + STATION.width / 2).toBeLessThanOrEqual(width);
    expect(y + STATION.height / 2).toBeLessThanOrEqual(height);
    for (const other of boxes.slice(i + 1))
      expect(Math.abs(x - other.x) >= STATION.width || Math.abs(y - other.y) >= STATION.height).toBe(true);
  }
});
