import type { Catalog, RecordId } from '../../catalog/catalog.generated.ts';
import { isNeeded } from '../../catalog/records.ts';
import { isTrue } from '../../cmdlets/read.ts';
import { argumentFor, isUndone } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { accessEdgeNames } from '../../deployment/edge.ts';
import { hasUsersOnServers, tenantCloud } from '../../deployment/hosting-providers.ts';
import { readSrvName } from '../../deployment/srv-names.ts';
import { withoutCommand } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const teamsOnlyTooEarly: Rule = {
  id: 'teams-only-too-early',
  summary: say`A runbook that moves the whole tenant to the cloud while users or records are still on the servers.`,
  severity: 'error',
  facts: [
    'sources.decommission-dns',
    'records.cloud-federation-srv',
    'records.cloud-client-srv',
    'records.cloud-sip-alias',
    'records.cloud-autodiscover-alias',
  ],

  *check(spec, context) {
    const grant = context.runbook.find(makesAllTeamsOnly);
    if (grant === undefined) return;
    if (hasUsersOnServers(spec)) yield usersLeft(spec, grant, context);
    else {
      yield* recordsLeft(spec, context, grant);
      yield* hostsLeft(spec, context, grant);
    }
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
function* recordsLeft(spec: Spec, { catalog, asOf }: Context, grant: RunbookCommand): Iterable<Finding> {
  for (const record of recordsOnEdge(spec, catalog)) {
    yield {
      at: record.target.at,
      severity: 'warning',
      ...elsewhere(record, asOf),
      related: [{ at: grant.at, message: say`This grants it to the whole tenant.` }],
    };
  }
}

/** The same of names that are to be aliases of the cloud, and are other aliases or have addresses of their own. */
function* hostsLeft(spec: Spec, { catalog, asOf }: Context, grant: RunbookCommand): Iterable<Finding> {
  const related = [{ at: grant.at, message: say`This grants it to the whole tenant.` }];
  const cloudAlias = cloudAliases(spec, catalog);
  for (const { path, name, view } of each(spec.dns?.hosts)) {
    const alias = view?.value === 'internal' ? undefined : cloudAlias(name?.value);
    if (name === undefined || alias === undefined) continue;
    yield {
      at: name.at,
      severity: 'warning',
      message: isNeeded(alias.record, asOf)
        ? say`The runbook grants ${code(POLICY)} to the whole tenant, which is refused while ${code(name.value)} has addresses of its own. Make it an alias of ${code(alias.to)} before.`
        : say`The runbook grants ${code(POLICY)} to the whole tenant, which is refused while ${code(name.value)} has addresses of its own. Take the record out before, for nobody needs it any more.`,
      related,
      fixes: [{ title: say`Take the record out`, safety: 'review', edits: [remove(path)] }],
    };
  }
  for (const { path, name, target, view } of each(spec.dns?.aliases)) {
    const alias = view?.value === 'internal' ? undefined : cloudAlias(name?.value);
    if (!name || !target || alias === undefined || hostKey(target.value) === alias.to) continue;
    yield {
      at: target.at,
      severity: 'warning',
      ...elsewhere({ path, name: name.value, target, right: alias.to, record: alias.record }, asOf),
      related,
    };
  }
}

/** What is said of a record that leads elsewhere than to the cloud; one that nobody needs may as well go. */
function elsewhere(
  { path, name, target, right, record }: EdgeRecord,
  asOf: string,
): Pick<Finding, 'message' | 'fixes'> {
  const retarget: Fix = {
    title: say`Point the record to ${code(right)}`,
    safety: 'review',
    edits: [set([...path, 'target'], right)],
  };
  if (isNeeded(record, asOf)) {
    return {
      message: say`The runbook grants ${code(POLICY)} to the whole tenant, which is refused while ${code(name)} points to ${code(target.value)}. Point it to ${code(right)} before.`,
      fixes: [retarget],
    };
  }
  return {
    message: say`The runbook grants ${code(POLICY)} to the whole tenant, which is refused while ${code(name)} points to ${code(target.value)}. Take the record out before, for nobody needs it any more, or point it to ${code(right)}.`,
    fixes: [{ title: say`Take the record out`, safety: 'review', edits: [remove(path)] }, retarget],
  };
}

/** What a name of an own domain is to be an alias of, where everybody is in the cloud. */
function cloudAliases(spec: Spec, catalog: Catalog) {
  const { clientFqdn, autodiscoverFqdn } = catalog.hosting[tenantCloud(spec, catalog)];
  const { records } = catalog;
  const known = new Map<string, CloudAlias>(
    each(spec.domains?.sip).flatMap(({ identity }) =>
      [
        { record: records['cloud-sip-alias'], to: clientFqdn },
        { record: records['cloud-autodiscover-alias'], to: autodiscoverFqdn },
      ].flatMap(({ record, to }) =>
        to && identity ? [[`${record.label}.${hostKey(identity.value)}`, { record, to }] as const] : [],
      ),
    ),
  );
  return (name: string | undefined) => (name === undefined ? undefined : known.get(hostKey(name)));
}

interface CloudAlias {
  readonly record: Catalog['records'][RecordId];
  readonly to: string;
}

interface EdgeRecord {
  readonly path: Leaf<string>['path'];
  readonly name: string;
  readonly target: Leaf<string>;
  readonly right: string;
  readonly record: Catalog['records'][RecordId];
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
    const { record, to: right } =
      moved.find(
        ({ record: { service, protocol } }) => read.record.service === service && read.record.protocol === protocol,
      ) ?? {};
    const onEdge = edges.has(hostKey(target.value)) || hostKey(target.value).endsWith(`.${read.domain}`);
    return record && right !== undefined && onEdge ? [{ path, name: name.value, target, right, record }] : [];
  });
}
