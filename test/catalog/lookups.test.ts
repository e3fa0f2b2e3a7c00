import { describe, expect, it } from 'vitest';
import type { LicenceId, ProductId, ProviderId } from '../../server/src/catalog/catalog.generated.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { cloudByHost, clouds, hostingByProxy, hostsOf, isExemptSrvTarget } from '../../server/src/catalog/hosting.ts';
import { isSold, missingLicences } from '../../server/src/catalog/licences.ts';
import { atLeast, hasManagementShell, supportsPublicIm } from '../../server/src/catalog/products.ts';
import { providerByIdentity, providersByProxy, serviceStatus } from '../../server/src/catalog/providers.ts';
import { isMandatory } from '../../server/src/catalog/records.ts';
import { sourcesOf } from '../../server/src/catalog/sources.ts';

describe('serviceStatus', () => {
  it.each([
    ['aol', '2010-01-01', 'available'],
    ['aol', '2014-03-31', 'available'],
    ['aol', '2014-04-01', 'ending'],
    ['aol', '2014-05-01', 'ending'],
    ['aol', '2014-06-30', 'ending'],
    ['aol', '2014-07-01', 'ended'],
    ['yahoo', '2014-03-31', 'available'],
    ['yahoo', '2014-04-01', 'ending'],
    ['yahoo', '2014-06-30', 'ending'],
    ['yahoo', '2014-07-01', 'ended'],
    ['windows-live-messenger', '2013-01-29', 'available'],
    ['windows-live-messenger', '2013-01-30', 'ending'],
    ['windows-live-messenger', '2013-04-30', 'ending'],
    ['windows-live-messenger', '2013-05-01', 'ended'],
    ['skype', '2013-05-22', 'not-yet'],
    ['skype', '2013-05-23', 'available'],
    ['skype', '2025-02-02', 'available'],
    ['skype', '2025-02-03', 'ending'],
    ['skype', '2025-05-04', 'ending'],
    ['skype', '2025-05-05', 'ended'],
  ] satisfies [ProviderId, string, string][])('%s on %s is %s', (id, asOf, expected) => {
    expect(serviceStatus(catalog, catalog.providers[id], asOf)).toBe(expected);
  });
});

describe('providerByIdentity', () => {
  it.each([
    ['Skype', 'skype'],
    ['skype', 'skype'],
    ['MSN', 'windows-live-messenger'],
    ['messenger', 'windows-live-messenger'],
    ['AIM', 'aol'],
    ['aol', 'aol'],
    ['Yahoo!', 'yahoo'],
    ['Yahoo', 'yahoo'],
    ['Windows Live', 'windows-live-messenger'],
    ['AOL Instant Messenger', 'aol'],
    ['Yahoo.com', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%j is %s', (identity, expected) => {
    expect(providerByIdentity(catalog, identity)).toBe(expected);
  });
});

describe('providersByProxy', () => {
  it('finds both providers behind the Messenger gateway, whatever the case and dot', () => {
    expect(providersByProxy(catalog, 'Federation.Messenger.MSN.com.')).toEqual(['skype', 'windows-live-messenger']);
  });

  it('finds none behind another host', () => {
    expect(providersByProxy(catalog, 'sipfed.online.lync.com')).toEqual([]);
  });
});

describe('atLeast', () => {
  it.each([
    ['lync-2013', 'lync-2013', true],
    ['sfb-2015', 'lync-2013', true],
    ['lync-2010', 'lync-2013', false],
    ['sfb-se', 'sfb-2019', true],
    ['lcs-2005-sp1', 'ocs-2007', false],
  ] satisfies [ProductId, ProductId, boolean][])('%s, %s: %s', (product, other, expected) => {
    expect(atLeast(catalog, product, other)).toBe(expected);
  });
});

describe('supportsPublicIm', () => {
  it.each([
    ['lcs-2005-sp1', '2013-05-22', true],
    ['lcs-2005-sp1', '2013-05-23', false],
    ['ocs-2007', '2013-05-22', true],
    ['ocs-2007', '2013-05-23', false],
    ['ocs-2007-r2', '2019-08-14', true],
    ['ocs-2007-r2', '2019-08-15', false],
    ['lync-2010', '2019-08-15', true],
    ['sfb-se', '2026-01-01', true],
  ] satisfies [ProductId, string, boolean][])('%s on %s: %s', (product, asOf, expected) => {
    expect(supportsPublicIm(catalog, product, asOf)).toBe(expected);
  });
});

describe('hasManagementShell', () => {
  it('begins with Lync Server 2010', () => {
    expect(hasManagementShell(catalog, 'ocs-2007-r2')).toBe(false);
    expect(hasManagementShell(catalog, 'lync-2010')).toBe(true);
    expect(hasManagementShell(catalog, 'sfb-se')).toBe(true);
  });
});

describe('hosting', () => {
  it('knows Microsoft 365 by its proxy, before push notifications', () => {
    expect(hostingByProxy(catalog, 'SIPFED.online.lync.com.')).toEqual(['lync-online', 'push']);
  });

  it.each([
    ['sipdir.online.lync.com', 'lync-online'],
    ['webdir.online.gov.skypeforbusiness.us.', 'gcc-high'],
    ['SIPFED.online.dod.skypeforbusiness.us', 'dod'],
    ['sipdir.online.partner.lync.cn', '21vianet'],
    ['sipfed.resources.lync.com', undefined],
    ['online.lync.com', undefined],
  ])('knows the cloud at %s', (host, id) => {
    expect(cloudByHost(catalog, host)).toBe(id);
  });

  it('gives each cloud hosts that no other has, and its own Autodiscover address', () => {
    const hosts = clouds(catalog).flatMap((id) => hostsOf(catalog.hosting[id]));
    expect(hosts).toHaveLength(3 * clouds(catalog).length);
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const id of clouds(catalog)) {
      const { hybridSettings, autodiscoverFqdn } = catalog.hosting[id];
      expect(new URL(hybridSettings?.autodiscoverUrl ?? '').hostname).toBe(autodiscoverFqdn);
    }
  });

  it('lets an SRV record point to Microsoft 365 and to no host of one’s own', () => {
    expect(isExemptSrvTarget(catalog, 'sipfed.online.lync.com')).toBe(true);
    expect(isExemptSrvTarget(catalog, 'sip.fabrikam.com')).toBe(false);
  });
});

describe('missingLicences', () => {
  it.each([
    ['skype', [], [['standard-cal', 'lync-online-plan']]],
    ['skype', ['lync-online-plan'], []],
    ['aol', ['lync-online-plan'], [['standard-cal']]],
    ['windows-live-messenger', ['standard-cal'], []],
    ['yahoo', ['standard-cal'], [['pic-usl']]],
    ['yahoo', ['pic-usl'], [['standard-cal']]],
    ['yahoo', ['standard-cal', 'pic-usl'], []],
  ] satisfies [ProviderId, LicenceId[], LicenceId[][]][])('%s with %j lacks %j', (id, held, expected) => {
    expect(missingLicences(catalog.providers[id], new Set(held), '2013-01-01')).toEqual(expected);
  });
});

describe('isSold', () => {
  it('ends for the PIC USL with August 2012', () => {
    expect(isSold(catalog, 'pic-usl', '2012-08-31')).toBe(true);
    expect(isSold(catalog, 'pic-usl', '2012-09-01')).toBe(false);
    expect(isSold(catalog, 'standard-cal', '2026-01-01')).toBe(true);
  });
});

describe('isMandatory', () => {
  const needs = catalog.records['federation-srv'].neededFor;

  it('begins for the federation SRV record of public IM with July 2017', () => {
    const publicIm = needs.filter((need) => need.reason === 'public-im');
    expect(publicIm.map((need) => isMandatory(need, '2017-06-30'))).toEqual([false]);
    expect(publicIm.map((need) => isMandatory(need, '2017-07-01'))).toEqual([true]);
  });

  it('has always held for the federation SRV record of partner discovery', () => {
    expect(needs.filter((need) => need.reason === 'discovery').map((need) => isMandatory(need, '2010-01-01'))).toEqual([
      true,
    ]);
  });
});

describe('sourcesOf', () => {
  it('gives the documents behind a fact', () => {
    expect(sourcesOf(catalog, catalog.milestones['provisioning-site-closed']).map((source) => source.url)).toEqual([
      'https://learn.microsoft.com/skypeforbusiness/deploy/deploy-skype-connectivity',
    ]);
  });
});
