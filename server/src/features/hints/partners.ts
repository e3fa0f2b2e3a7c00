import { catalog } from '../../catalog/catalog.generated.ts';
import { classifyListed, type PartnerKind } from '../../rules/classify.ts';
import { docsUrl } from '../../rules/docs.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { type Message, say } from '../../text/message.ts';
import { type FindHints, placesIn } from './hint.ts';

/** Behind each allowed domain, how it is reached. */
export const partnerHints: FindHints = function* ({ spec }, within) {
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
  for (const allowed of entries) {
    if (allowed.domain === undefined) continue;
    const key = hostKey(allowed.domain.value);
    const lists = { allowed, discovered: undefined, blocked: blocked.has(key), xmpp: xmpp.has(key) };
    const { kind, reason } = classifyListed(spec, catalog, lists);
    yield { offset: allowed.domain.at.end, label: label(kind), tooltip: say`${reason} ${more}` };
  }
};

const more = say`[Federation types](${docsUrl('federation-type-differs')})`;

function label(kind: PartnerKind): Message {
  switch (kind) {
    case 'allowed-server':
      return say`allowed partner server`;
    case 'allowed-domain':
      return say`allowed partner domain`;
    case 'discovered':
      return say`discovered partner domain`;
    case 'hosted':
      return say`hosted partner`;
    case 'xmpp':
      return say`XMPP partner`;
    case 'blocked':
      return say`blocked`;
    case 'unreachable':
      return say`not reachable`;
  }
}
