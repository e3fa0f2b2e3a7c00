import type { TlsNeed } from '../../catalog/catalog.generated.ts';
import { federatingPools } from '../../deployment/edge.ts';
import { hostingInUse, serviceBehind } from '../../deployment/hosting-providers.ts';
import { each, type Leaf, type Located } from '../../spec/model.ts';
import type { EdgePool } from '../../spec/spec.generated.ts';
import { code, codes, prose, say } from '../../text/message.ts';
import { append, set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const tlsTooOld: Rule = {
  id: 'tls-too-old',
  summary: say`An Edge Server that speaks only versions of TLS which the cloud refuses.`,
  severity: 'warning',
  facts: ['hosting.lync-online', 'milestones.old-tls-refused'],

  *check(spec, { catalog, asOf }) {
    const { date } = catalog.milestones['old-tls-refused'];
    if (asOf < date) return;
    for (const entry of hostingInUse(spec)) {
      const id = serviceBehind(spec, catalog, entry);
      const { name, tls } = id ? catalog.hosting[id] : {};
      if (name === undefined || tls === undefined || entry.proxyFqdn === undefined) continue;
      const wanted = tls.versions[0] ?? '';
      for (const pool of federatingPools(spec)) {
        const found = tooOld(pool, tls);
        if (found === undefined) continue;
        yield {
          at: found.at,
          message:
            pool.tlsVersions === undefined
              ? say`${code(found.value)} speaks none of ${codes(tls.versions)} as delivered, and ${prose(name)} refuses all else since ${date}, so nobody hosted there is reached. Turn ${code(wanted)} on, or move the pool to a newer system.`
              : say`${prose(name)} refuses all but ${codes(tls.versions)} since ${date}, so nobody hosted there is reached. Turn ${code(wanted)} on.`,
          related: [{ at: entry.proxyFqdn.at, message: say`The pool calls this service.` }],
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
      }
      return;
    }
  },
};

/** What tells that a pool speaks none of the versions: those that are stated, else the system as delivered. */
function tooOld({ tlsVersions, operatingSystem }: Located<EdgePool>, tls: TlsNeed): Leaf<string> | undefined {
  const stated = each(tlsVersions);
  if (stated.some(({ value }) => tls.versions.includes(value))) return undefined;
  if (stated.length > 0) return stated[0];
  return operatingSystem && tls.offOn.includes(operatingSystem.value) ? operatingSystem : undefined;
}
