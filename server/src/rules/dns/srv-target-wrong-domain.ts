import type { Catalog } from '../../catalog/catalog.generated.ts';
import { cloudByHost, worldwide } from '../../catalog/hosting.ts';
import { misprintedSrv } from '../../deployment/cloud-hosts.ts';
import { bestTarget, type FederationSrv, federationSrvs, isRightTarget } from '../../deployment/federation-srv.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import type { Fix } from '../../edits/fix.ts';
import { publishedHost } from '../../edits/host-record.ts';
import type { Spec } from '../../spec/model.ts';
import { hostKey, parentOf } from '../../text/host.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import { append, remove, set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const srvTargetWrongDomain: Rule = {
  id: 'srv-target-wrong-domain',
  summary: say`A federation SRV record whose target is not one label directly under its SIP domain.`,
  severity: 'error',
  facts: ['records.access-edge-host', 'milestones.srv-target-direct-child', 'hosting'],

  *check(spec, context) {
    const { catalog, asOf } = context;
    const records = federationSrvs(spec, catalog);
    const published = new Set(
      records.flatMap(({ domain, target }) => (target ? [`${domain} ${hostKey(target.value)}`] : [])),
    );
    const { date } = catalog.milestones['srv-target-direct-child'];
    const lenient = asOf < date && activeProviders(spec, context).length === 0;
    for (const record of records) {
      const { domain, target } = record;
      if (target === undefined || isRightTarget(spec, catalog, target.value, domain)) continue;
      const alone = isTenantAlone(spec);
      const meant = misprintedSrv(catalog, target.value, domain);
      const right = alone || meant === undefined ? bestTarget(spec, catalog, domain) : meant;
      const deeper = !alone && isBelow(target.value, domain);
      const fix = published.has(`${domain} ${right}`)
        ? removal(record, right)
        : retarget(record, { spec, catalog, target: target.value, right });
      published.add(`${domain} ${right}`);
      yield {
        at: target.at,
        severity: deeper && lenient ? 'warning' : 'error',
        message:
          alone || meant !== undefined
            ? elsewhere(target.value, { domain, right, name: cloudName(catalog, right) })
            : deeper && lenient
              ? tolerated(target.value, domain, { right, date })
              : refused(target.value, domain, right),
        fixes: [fix],
      };
    }
  },
};

/** The name of the service at one of its hosts. */
function cloudName(catalog: Catalog, host: string): Message {
  return prose(catalog.hosting[cloudByHost(catalog, host) ?? worldwide(catalog)].name);
}

function elsewhere(target: string, { domain, right, name }: { domain: string; right: string; name: Message }): Message {
  return say`${name} does not answer partners at ${code(target)}, so nobody in ${code(domain)} is reached. Point the record to ${code(right)}.`;
}

function tolerated(target: string, domain: string, { right, date }: { right: string; date: string }): Message {
  return say`${code(target)} lies more than one label below ${code(domain)}: partners with a strict check refuse it, and public IM does so from ${date} on. Use a host directly under the domain, such as ${code(right)}.`;
}

function refused(target: string, domain: string, right: string): Message {
  const host = hostKey(target);
  if (isAddress(host)) {
    return say`${code(target)} is an address, but an SRV record points to a name. Point it to a host directly under the SIP domain, such as ${code(right)}.`;
  }
  if (host === domain) {
    return say`${code(target)} is the SIP domain itself, so partners refuse it. Use a host directly under the domain, such as ${code(right)}.`;
  }
  if (isBelow(host, domain)) {
    return say`${code(target)} lies more than one label below ${code(domain)}, so partners refuse it. Use a host directly under the domain, such as ${code(right)}.`;
  }
  if (parentOf(host).includes('.') && isBelow(domain, parentOf(host))) {
    return say`${code(target)} lies in a zone above ${code(domain)}, so partners refuse it. Use a host directly under the SIP domain, such as ${code(right)}.`;
  }
  return say`${code(target)} is not in ${code(domain)}, so partners refuse it: the server of a SIP domain has to carry its name. Use a host such as ${code(right)}.`;
}

interface Retargeted {
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly target: string;
  readonly right: string;
}

/** An address was meant to be reached: it moves to the host record, where the spec keeps these. */
function retarget({ path }: FederationSrv, { spec, catalog, target, right }: Retargeted): Fix {
  const published = publishedHost(spec, catalog, right);
  const moved = isAddress(target) && published.length > 0;
  const host = moved ? [append(['dns', 'hosts'], { name: right, addresses: [target] })] : published;
  return {
    title: say`Point the record to ${code(right)}`,
    safety: 'review',
    edits: [set([...path, 'target'], right), ...host],
  };
}

function removal({ path }: FederationSrv, right: string): Fix {
  return {
    title: say`Remove the record: one that points to ${code(right)} is enough`,
    safety: 'review',
    edits: [remove(path)],
  };
}

function isBelow(host: string, domain: string): boolean {
  return hostKey(host).endsWith(`.${domain}`);
}

function isAddress(target: string): boolean {
  return /^\d+(?:\.\d+){3}$/.test(target) || target.includes(':');
}
