import type { Catalog, HostingId, TlsNeed } from '../../catalog/catalog.generated.ts';
import { federatingPools } from '../../deployment/edge.ts';
import { cloudsAwaited, hostingInUse, serviceBehind } from '../../deployment/hosting-providers.ts';
import { each, type Leaf, type Located, type Spec } from '../../spec/model.ts';
import type { EdgePool } from '../../spec/spec.generated.ts';
import { code, codes, prose, say } from '../../text/message.ts';
import { append, set } from '../../yaml/edit.ts';
import type { Related, Rule } from '../rule.ts';

export const tlsTooOld: Rule = {
  id: 'tls-too-old',
  summary: say`An Edge Server that speaks only versions of TLS which the cloud refuses.`,
  severity: 'warning',
  facts: ['hosting.lync-online', 'milestones.old-tls-refused'],

  *check(spec, { catalog, asOf }) {
    const { date } = catalog.milestones['old-tls-refused'];
    if (asOf < date) return;
    const services = servicesCalled(spec, catalog);
    for (const pool of federatingPools(spec)) {
      for (const { id, related } of services) {
        const { name, tls } = catalog.hosting[id];
        const found = tls && tooOld(pool, tls);
        if (tls === undefined || found === undefined) continue;
        const wanted = tls.versions[0] ?? '';
        yield {
          at: found.at,
          message:
            pool.tlsVersions === undefined
              ? say`${code(found.value)} speaks none of ${codes(tls.versions)} as delivered, and ${prose(name)} refuses all else since ${date}, so nobody hosted there is reached. Turn ${code(wanted)} on, or move the pool to a newer system.`
              : say`${prose(name)} refuses all but ${codes(tls.versions)} since ${date}, so nobody hosted there is reached. Turn ${code(wanted)} on.`,
          related: [related],
          fixes: [
            {
              title: say`State that ${code(wanted)} is turned on`,
              safety: 'review',
              edits: [
                pool.tlsVersions === undefined
                  ? set([...pool.path, 'tlsVersions'], [wanted])
                  : append(pool.tlsVersions.path, wanted),
              ],
            },
          ],
        };
        break;
      }
    }
  },
};

/** The services that the pools call, or have to as soon as there is a provider that leads there. */
function servicesCalled(
  spec: Spec,
  catalog: Catalog,
): readonly { readonly id: HostingId; readonly related: Related }[] {
  const called = hostingInUse(spec).flatMap((entry) => {
    const id = serviceBehind(spec, catalog, entry);
    if (id === undefined || entry.proxyFqdn === undefined) return [];
    return [{ id, related: { at: entry.proxyFqdn.at, message: say`The pool calls this service.` } }];
  });
  const awaited = cloudsAwaited(spec, catalog).map(({ id, at }) => ({
    id,
    related: { at, message: say`This needs the service.` },
  }));
  return [...called, ...awaited];
}

/** What tells that a pool speaks none of the versions: those that are stated, else the system as delivered. */
function tooOld({ tlsVersions, operatingSystem }: Located<EdgePool>, tls: TlsNeed): Leaf<string> | undefined {
  const stated = each(tlsVersions);
  if (stated.some(({ value }) => tls.versions.includes(value))) return undefined;
  if (stated.length > 0) return stated[0];
  return operatingSystem && tls.offOn.includes(operatingSystem.value) ? operatingSystem : undefined;
}
