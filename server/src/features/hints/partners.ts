import { catalog } from '../../catalog/catalog.generated.ts';
import { classifyListed, kindLabel } from '../../deployment/classify.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { link, say } from '../../text/message.ts';
import { docsUrl } from '../docs-url.ts';
import { type FindHints, placesIn } from './hint.ts';

/** Behind each allowed domain, how it is reached. */
export const partnerHints: FindHints = function* ({ spec, asOf }, within, language) {
  const entries = placesIn(each(spec.domains?.allowed), within);
  if (entries.length === 0) return;
  const keys = new Set(entries.map(({ domain }) => hostKey(domain?.value ?? '')));
  const listed = <T extends { readonly domain?: Leaf<string> }>(list: readonly T[]) =>
    new Map(
      list.flatMap((one) => {
        const key = hostKey(one.domain?.value ?? '');
        return keys.has(key) ? [[key, one]] : [];
      }),
    );
  const blocked = listed(each(spec.domains?.blocked));
  const xmpp = listed(each(spec.domains?.xmpp));
  const more = say`[Federation types](${link(docsUrl('federation-type-differs', language))})`;
  for (const allowed of entries) {
    if (allowed.domain === undefined) continue;
    const key = hostKey(allowed.domain.value);
    const lists = {
      domain: allowed.domain.value,
      allowed,
      discovered: undefined,
      blocked: blocked.has(key),
      xmpp: xmpp.has(key),
    };
    const { kind, reason } = classifyListed(spec, { catalog, asOf }, lists);
    yield { offset: allowed.domain.at.end, label: kindLabel(kind), tooltip: say`${reason} ${more}` };
  }
};
