import { supportsPublicIm } from '../../catalog/products.ts';
import { isFederationWanted, isTenantOff } from '../../deployment/federation.ts';
import { isHybrid } from '../../deployment/hosting-providers.ts';
import { isProvisioned } from '../../deployment/provisioning.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { edgeServer } from '../../deployment/version-gap.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { keyRange, type Leaf, type Spec } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const hybridPublicImDiffers: Rule = {
  id: 'hybrid-public-im-differs',
  summary: say`Public IM that users on one side of a hybrid deployment have and those on the other have not.`,
  severity: 'warning',
  facts: ['hosting.lync-online', 'milestones.public-cloud-access-dead'],
  misses: ['providers.public.*.enabled'],

  *check(spec, context) {
    const { catalog, asOf } = context;
    const allowed = spec.tenant?.allowPublicUsers;
    if (allowed === undefined || asOf >= catalog.milestones['public-cloud-access-dead'].date) return;
    if (!isHybrid(spec, catalog) || isTenantOff(spec, context) || !isFederationWanted(spec, context)) return;
    const name = prose(catalog.hosting['lync-online'].name);
    const [active] = activeProviders(spec, context);
    if (active && !allowed.value && isProvisioned(spec, context)) {
      const message = say`Public IM is off in the tenant, while the servers have ${code(active.identity.value)}, so users in ${name} reach none of its people. Set ${code('allowPublicUsers')} to ${code(true)}.`;
      yield {
        ...differing(allowed, message),
        related: [{ at: active.identity.at, message: say`The servers have it here.` }],
      };
    }
    const list = spec.providers?.public;
    if (active || !allowed.value || list === undefined || isUnreadable(context.faults, list.path)) return;
    if (!canHaveProviders(spec, context)) return;
    const message = say`Public IM is on in the tenant, and no public provider is enabled at the servers, so a user who is moved to ${name} gains these contacts, and one who is moved back loses them. Make the two sides agree.`;
    yield {
      ...differing(allowed, message),
      severity: 'info',
      related: [{ at: keyRange(list), message: say`The servers' providers stand here.` }],
    };
  },
};

function differing(allowed: Leaf<boolean>, message: Message): Finding {
  const to = !allowed.value;
  const fix = say`Set ${code('allowPublicUsers')} to ${code(to)}`;
  const edits = [set(allowed.path, to), run(commandOn('Set', allowed.path, { allowPublicUsers: to }))];
  return { at: allowed.at, message, fixes: [{ title: fix, safety: 'review', edits }] };
}

/** Whether the servers could have public IM on the day, as far as the spec names their product. */
function canHaveProviders(spec: Spec, { catalog, asOf }: Context): boolean {
  const product = edgeServer(spec)?.product;
  return product === undefined || supportsPublicIm(catalog, product, asOf);
}
