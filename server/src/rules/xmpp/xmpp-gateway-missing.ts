import { serverWithoutXmpp, xmppGateway } from '../../deployment/xmpp-gateway.ts';
import type { Fix } from '../../edits/fix.ts';
import { each, keyRange, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, codes, prose, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { append, remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const xmppGatewayMissing: Rule = {
  id: 'xmpp-gateway-missing',
  summary: say`XMPP partners of a server that reaches them only through a separate gateway.`,
  severity: 'warning',
  facts: ['products'],

  *check(spec, { catalog, asOf }) {
    const list = spec.domains?.xmpp;
    const names = each(list).flatMap(({ domain }) => domain?.value ?? []);
    const server = serverWithoutXmpp(spec, catalog);
    if (list === undefined || names.length === 0 || server === undefined) return;
    const gateway = xmppGateway(catalog, server.value);
    if (gateway === undefined) return;
    const product = prose(catalog.products[server.value].name);
    const [name, bridge] = [prose(gateway.name), codes(names)];
    const related = [{ at: server.at, message: say`The server is stated here.` }];
    const at = keyRange(list);
    const removal: Fix = { title: say`Remove the XMPP partners`, safety: 'review', edits: [remove(list.path)] };
    if (gateway.fits && asOf < gateway.availableFrom)
      yield {
        at,
        severity: 'error',
        message: say`${product} has no XMPP of its own, and the ${name} is there only from ${gateway.availableFrom} on, so ${bridge} cannot be reached. Remove them.`,
        related,
        fixes: [removal],
      };
    else if (gateway.fits)
      yield {
        at,
        message: say`${product} has no XMPP of its own: ${bridge} can be reached only through the ${name}, a server role beside the Edge. Allow each of them with the gateway as ${code('proxyFqdn')}.`,
        related,
        fixes: [throughGateway(spec)],
      };
    else
      yield {
        at,
        message: say`${product} has no XMPP of its own, and the ${name} is for newer servers, so ${bridge} cannot be reached. Remove them, or upgrade the server.`,
        related,
        fixes: [removal],
      };
  },
};

/** To the Edge the gateway is the Access Edge of an allowed domain. */
function throughGateway({ domains }: Spec): Fix {
  const allowed = new Set(each(domains?.allowed).map(({ domain }) => hostKey(domain?.value ?? '')));
  return {
    title: say`Allow them with the gateway as Access Edge`,
    safety: 'review',
    edits: each(domains?.xmpp).flatMap(({ path, domain }) => [
      remove(path),
      ...(domain && !allowed.has(hostKey(domain.value))
        ? [append(['domains', 'allowed'], { domain: domain.value, proxyFqdn: placeholder('XMPP gateway') })]
        : []),
    ]),
  };
}
