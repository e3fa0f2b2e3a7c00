import type { Catalog } from '../../catalog/catalog.generated.ts';
import { isTrue } from '../../cmdlets/read.ts';
import { argumentFor, isUndone } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { accessEdgeNames } from '../../deployment/edge.ts';
import { hasUsersOnServers, tenantCloud } from '../../deployment/hosting-providers.ts';
import { readSrvName } from '../../deployment/srv-names.ts';
import { withoutCommand } from '../../edits/command-edits.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const teamsOnlyTooEarly: Rule = {
  id: 'teams-only-too-early',
  summary: say`A runbook that moves the whole tenant to the cloud while users or records are still on the servers.`,
  severity: 'error',
  facts: ['sources.decommission-dns', 'records.cloud-federation-srv', 'records.cloud-client-srv'],

  *check(spec, context) {
    const grant = context.runbook.find(makesAllTeamsOnly);
    if (grant === undefined) return;
    if (hasUsersOnServers(spec)) yield usersLeft(spec, grant, context);
    else yield* recordsLeft(spec, context.catalog, grant);
  },
};

/** Grants the policy to the tenant, not to a user. */
function makesAllTeamsOnly(command: RunbookCommand): boolean {
  const isGrant = command.cmdlet.toLowerCase() === 'grant-csteamsupgradepolicy' && !isUndone(command);
  const global = argumentFor(command, 'Global');
  const isGlobal = global !== undefined && !(global.colon && !isTrue(global.value));
  // Behind the switch the name of the policy may stand by its place alone.
  const named = [argumentFor(command, 'PolicyName'), global, ...command.parameters.filter(({ name }) => name === '')];
  return isGrant && isGlobal && named.some((one) => String(one?.value).toLowerCase() === POLICY.toLowerCase());
}

const POLICY = 'UpgradeToTeams';

function usersLeft(spec: Spec, grant: RunbookCommand, { runbook, lines }: Context): Finding {
  const left = each(spec.domains?.sip).flatMap(({ identity, usersOnServers }) =>
    identity && usersOnServers && usersOnServers.value > 0 ? [{ identity, usersOnServers }] : [],
  );
  const count = left.reduce((sum, { usersOnServers }) => sum + usersOnServers.value, 0);
  const edits = withoutCommand({ spec, lines }, grant, { runbook });
  return {
    at: grant.at,
    message: say`This grants ${code(POLICY)} to the whole tenant, and users who are still on the servers (${count}) lose federation by it. Move them first.`,
    related: left.map(({ identity, usersOnServers }) => ({
      at: usersOnServers.at,
      message: say`Users of ${code(identity.value)} are on the servers.`,
    })),
    fixes: edits ? [{ title: say`Take the command out`, safety: 'review', edits }] : [],
  };
}

/** The service refuses the grant while a public record of a domain leads to the Edge. */
function* recordsLeft(spec: Spec, catalog: Catalog, grant: RunbookCommand): Iterable<Finding> {
  for (const { path, name, target, right } of recordsOnEdge(spec, catalog)) {
    yield {
      at: target.at,
      severity: 'warning',
      message: say`The runbook grants ${code(POLICY)} to the whole tenant, which is refused while ${code(name)} points to ${code(target.value)}. Point it to ${code(right)} before.`,
      related: [{ at: grant.at, message: say`This grants it to the whole tenant.` }],
      fixes: [
        {
          title: say`Point the record to ${code(right)}`,
          safety: 'review',
          edits: [set([...path, 'target'], right)],
        },
      ],
    };
  }
}

interface EdgeRecord {
  readonly path: Leaf<string>['path'];
  readonly name: string;
  readonly target: Leaf<string>;
  readonly right: string;
}

function recordsOnEdge(spec: Spec, catalog: Catalog): readonly EdgeRecord[] {
  const own = new Set(each(spec.domains?.sip).map(({ identity }) => hostKey(identity?.value ?? '')));
  const edges = new Set(accessEdgeNames(spec));
  const { records } = catalog;
  const { proxyFqdns, clientFqdn } = catalog.hosting[tenantCloud(spec, catalog)];
  const moved = [
    { record: records['cloud-federation-srv'], to: proxyFqdns[0] },
    { record: records['cloud-client-srv'], to: clientFqdn },
  ];
  return each(spec.dns?.srv).flatMap(({ path, name, target, view }) => {
    const read = name && readSrvName(catalog, name.value);
    if (!read || !target || view?.value === 'internal' || !own.has(read.domain)) return [];
    const right = moved.find(
      ({ record: { service, protocol } }) => read.record.service === service && read.record.protocol === protocol,
    )?.to;
    const onEdge = edges.has(hostKey(target.value)) || hostKey(target.value).endsWith(`.${read.domain}`);
    return right !== undefined && onEdge ? [{ path, name: name.value, target, right }] : [];
  });
}
