import { meantCloudHost, misprintedSrv } from '../../deployment/cloud-hosts.ts';
import { serviceMissed } from '../../deployment/hosting-providers.ts';
import { partnersOneByOne } from '../../deployment/partners.ts';
import { readSrvName } from '../../deployment/srv-names.ts';
import type { SpecEdit } from '../../edits/fix.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { oneByOne } from '../../spec/observed.ts';
import { parentOf, sameHost } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Context, Rule } from '../rule.ts';

export const cloudHostMisprinted: Rule = {
  id: 'cloud-host-misprinted',
  summary: say`The name of a host that is nearly one of a cloud service, as some pages misprint it.`,
  severity: 'error',
  facts: ['hosting', 'records'],
  values: true,

  *check(spec, context) {
    for (const { host, meant, edits } of misprints(spec, context)) {
      yield {
        at: host.at,
        message: say`${code(host.value)} does not exist: the service answers at ${code(meant)}. Enter that.`,
        fixes: [{ title: say`Change it to ${code(meant)}`, safety: 'review', edits }],
      };
    }
  },
};

interface Misprint {
  readonly host: Leaf<string>;
  readonly meant: string;
  readonly edits: readonly SpecEdit[];
}

/** Client records, aliases, proxies and what partners' records point to; the own federation record has a rule of its own. */
function* misprints(spec: Spec, { catalog }: Context): Iterable<Misprint> {
  for (const { name, target } of oneByOne(spec.dns?.srv)) {
    const read = name && readSrvName(catalog, name.value);
    if (read === undefined || read.record === catalog.records['federation-srv']) continue;
    const meant = target && misprintedSrv(catalog, target.value, read.domain);
    if (target && meant !== undefined) yield { host: target, meant, edits: [set(target.path, meant)] };
  }
  for (const { name, target } of oneByOne(spec.dns?.aliases)) {
    const meant = name && target && misprintedSrv(catalog, target.value, parentOf(name.value));
    if (target && meant !== undefined) yield { host: target, meant, edits: [set(target.path, meant)] };
  }
  for (const entry of each(spec.providers?.hosting)) {
    const { identity, proxyFqdn } = entry;
    const meant = proxyFqdn && meantCloudHost(catalog, proxyFqdn.value);
    if (identity === undefined || proxyFqdn === undefined || meant === undefined) continue;
    // Its name says which service was meant: that it leads to another one is told as such.
    const missed = serviceMissed(spec, catalog, entry);
    if (missed !== undefined && !catalog.hosting[missed].proxyFqdns.some((proxy) => sameHost(proxy, meant))) continue;
    const edits = changedProvider({ entry, identity }, { proxyFqdn: meant }, { spec, catalog });
    yield { host: proxyFqdn, meant, edits };
  }
  for (const { domain, partner } of partnersOneByOne(spec)) {
    const srv = partner?.srv;
    const meant = srv && misprintedSrv(catalog, srv.value, domain.value);
    if (srv && meant !== undefined) yield { host: srv, meant, edits: [set(srv.path, meant)] };
  }
}
