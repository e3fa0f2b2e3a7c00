import type { Catalog, HostingTarget } from '../../catalog/catalog.generated.ts';
import { isLike } from '../../deployment/autodiscover.ts';
import { hostingToUse } from '../../deployment/hosted-services.ts';
import { type HostingEntry, serviceBehind, sharesUsers } from '../../deployment/hosting-providers.ts';
import type { Fix } from '../../edits/fix.ts';
import { providerSet } from '../../edits/hosting-provider.ts';
import { hostingProviderDefaults as usual } from '../../spec/defaults.generated.ts';
import type { Fault } from '../../spec/faults.ts';
import type { Leaf, Spec } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import type { Finding, Rule, Severity } from '../rule.ts';

export const hostingSettingUnsuited: Rule = {
  id: 'hosting-setting-unsuited',
  summary: say`A setting of a hosting provider that does not suit the service behind its proxy.`,
  severity: 'error',
  facts: ['hosting'],
  values: true,

  *check(spec, context) {
    const { catalog, faults } = context;
    const tenantShares = spec.tenant?.sharedSipAddressSpace?.value === true;
    for (const entry of hostingToUse(spec, context)) {
      const id = serviceBehind(spec, catalog, entry);
      const service = id && catalog.hosting[id];
      const judged = { spec, catalog, entry, faults };
      if (service) yield* ownSettings(judged, service);
      // What the tenant shares and the provider does not is a matter of the two sides.
      if (!service?.hybridSettings || !tenantShares) yield* sharing(judged, service);
    }
  },
};

interface HostedEntry {
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly entry: HostingEntry;
  readonly faults: readonly Fault[];
}

/** Settings that a service wants with one value, whatever else is set. */
function* ownSettings(judged: HostedEntry, { name, settings, hybridSettings }: HostingTarget): Iterable<Finding> {
  const { identity, isLocal, verificationLevel, autodiscoverUrl, isPart } = judged.entry;
  if (isLocal?.value === true) {
    const message = say`${code('isLocal')} is for a proxy in your own topology, and that of ${prose(name)} is not. Set it to ${code(false)}.`;
    yield unsuited(judged, isLocal, { severity: 'error', message, value: settings.isLocal });
  }
  if (verificationLevel && verificationLevel.value !== settings.verificationLevel) {
    const right = settings.verificationLevel;
    const message = say`${prose(name)} is set up with ${code(right)}; with ${code(verificationLevel.value)} its messages are not trusted as their sender marks them. Set it to ${code(right)}.`;
    yield unsuited(judged, verificationLevel, { severity: 'warning', message, value: right });
  } else if (
    identity &&
    !verificationLevel &&
    !isPart &&
    settings.verificationLevel !== usual.verificationLevel &&
    !isUnreadable(judged.faults, [...judged.entry.path, 'verificationLevel'])
  ) {
    const right = settings.verificationLevel;
    yield {
      at: identity.at,
      severity: 'info',
      message: say`${code(identity.value)} does not say its ${code('verificationLevel')}, and a new provider is made with ${code(usual.verificationLevel)}, while ${prose(name)} is set up with ${code(right)}. Write it.`,
      fixes: [setting(judged, 'verificationLevel', right)],
    };
  }
  const right = hybridSettings?.autodiscoverUrl;
  if (
    right !== undefined &&
    autodiscoverUrl?.value &&
    (sharesUsers(judged.entry) || judged.spec.tenant?.sharedSipAddressSpace?.value === true) &&
    !isLike(judged.catalog, autodiscoverUrl.value, right)
  ) {
    const message = say`${code(autodiscoverUrl.value)} is not the Autodiscover address of ${prose(name)}, so clients of its users may not sign in. Set it to ${code(right)}.`;
    yield unsuited(judged, autodiscoverUrl, { severity: 'warning', message, value: right });
  }
}

/** The two settings that say whose users a provider has. */
function* sharing(judged: HostedEntry, service: HostingTarget | undefined): Iterable<Finding> {
  const { enabledSharedAddressSpace: shared, hostsOCSUsers: hosts, isPart } = judged.entry;
  const [isShared, isHome] = [shared?.value ?? isPart, hosts?.value ?? isPart];
  if (hosts?.value === true && service && !service.settings.hostsOCSUsers && !service.hybridSettings) {
    const message = say`${prose(service.name)} homes no users of yours, and with ${code('hostsOCSUsers')} messages to people go there. Set it to ${code(false)}.`;
    yield unsuited(judged, hosts, { severity: 'error', message, value: false });
  } else if (hosts?.value === true && isShared !== true) {
    const message = say`A provider that hosts users of yours has to share the address space, and ${code('enabledSharedAddressSpace')} is not ${code(true)}. Set both or neither.`;
    const both = setting(judged, 'enabledSharedAddressSpace', true);
    const neither = setting(judged, 'hostsOCSUsers', false);
    const needsSharing = service?.settings.hostsOCSUsers === true;
    yield { at: hosts.at, message, fixes: needsSharing ? [both] : [both, neither] };
  } else if (shared?.value === true && isHome !== true && service?.hybridSettings) {
    const message = say`The provider shares the address space and hosts no users, so messages to users of your own domains may get lost at ${prose(service.name)}. Set ${code('enabledSharedAddressSpace')} to ${code(false)}, unless this is a hybrid.`;
    yield unsuited(judged, shared, { severity: 'warning', message, value: false });
  } else if (shared?.value === false && service?.settings.enabledSharedAddressSpace) {
    const message = say`${prose(service.name)} serves your own SIP domains, for which its provider has to share the address space. Set ${code('enabledSharedAddressSpace')} to ${code(true)}.`;
    yield unsuited(judged, shared, { severity: 'warning', message, value: true });
  }
  if (hosts?.value === false && service?.settings.hostsOCSUsers) {
    const message = say`${prose(service.name)} answers for addresses in your own SIP domains, for which its provider has to count as hosting users. Set ${code('hostsOCSUsers')} to ${code(true)}.`;
    yield unsuited(judged, hosts, { severity: 'warning', message, value: true });
  }
}

interface Verdict {
  readonly severity: Severity;
  readonly message: Message;
  readonly value: string | boolean;
}

function unsuited(
  judged: HostedEntry,
  { at, path }: Leaf<string | boolean>,
  { severity, message, value }: Verdict,
): Finding {
  return { at, severity, message, fixes: [setting(judged, String(path.at(-1)), value)] };
}

function setting({ spec, catalog, entry }: HostedEntry, key: string, value: string | boolean): Fix {
  return {
    title: say`Set ${code(key)} to ${code(value)}`,
    safety: 'review',
    edits: providerSet(spec, catalog, { entry, values: { [key]: value } }),
  };
}
