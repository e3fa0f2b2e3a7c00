import type { Language } from '../../../../protocol/locale.ts';
import type { Analysis } from '../../analyze.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import { serverWithoutShell } from '../../deployment/shellless.ts';
import { parametersNamed, shellServer, versionGap, writers } from '../../deployment/version-gap.ts';
import type { Place } from '../../spec/model.ts';
import { isList, type NounSection, nounSections, objectsOf } from '../../spec/noun-sections.ts';
import { schemaAt } from '../../spec/schema.ts';
import { link, type Message, say } from '../../text/message.ts';
import { nodeAt } from '../../yaml/node-at.ts';
import { entryOf, type Node } from '../../yaml/tree.ts';
import { pageUrl } from '../docs-url.ts';
import { type FindHints, type Hint, placesIn } from './hint.ts';

/** Keys on which the verdict depends also where they are left out, by the section that has them. */
const DECIDING: Readonly<Record<string, readonly string[]>> = {
  'edge.configuration': ['allowFederatedUsers', 'enablePartnerDiscovery'],
  'domains.xmpp': ['partnerType', 'tlsNegotiation', 'saslNegotiation'],
  'providers.hosting': ['enabledSharedAddressSpace', 'hostsOCSUsers'],
  'policies.externalAccess': ['enablePublicCloudAccess'],
  'policies.pushNotification': ['enableApplePushNotificationService', 'enableMicrosoftPushNotificationService'],
};

/** Behind the name of an object, in one line, what holds for it because nothing else is said. */
export const defaultHints: FindHints = function* (analysis, within, language) {
  // They are the defaults of cmdlets.
  if (serverWithoutShell(analysis.spec, catalog)) return;
  for (const section of nounSections) {
    const keys = DECIDING[section.path.join('.')];
    const found = keys && objectsOf(analysis.spec, section);
    if (keys === undefined || found === undefined) continue;
    for (const object of placesIn(found.objects(), within)) {
      const hint = hintFor(analysis, { section, keys, object, isItem: isList(found.section), language });
      if (hint) yield hint;
    }
  }
};

interface Described {
  readonly section: NounSection;
  readonly keys: readonly string[];
  readonly object: Place;
  readonly isItem: boolean;
  readonly language: Language | undefined;
}

function hintFor({ root, spec }: Analysis, { section, keys, object, isItem, language }: Described): Hint | undefined {
  const node = nodeAt(root, object.path);
  if (node === undefined || node.alias) return undefined;
  const server = shellServer(spec, catalog);
  const implied = keys.flatMap((key): readonly Message[] => {
    const value = schemaAt([...object.path, key])?.default;
    const parameter = section.parameters.get(key);
    if (value === undefined || parameter === undefined || entryOf(node, key)) return [];
    const gap = server && versionGap(catalog, parametersNamed(writers(section.noun), parameter), server);
    return gap ? [] : [{ template: '{0}: {1}', values: [key, String(value)] }];
  });
  if (implied.length === 0) return undefined;
  const title = section.path.join('.') + (isItem ? '[]' : '');
  return {
    offset: placeBehind(node, object),
    label: implied.reduce((all, one) => ({ template: '{0}, {1}', values: [all, one] })),
    tooltip: say`This is not stated, so the default holds: see [${title}](${link(pageUrl('format.md', language))}).`,
  };
}

/** Behind the line with the name; where all stands in one line, behind that. */
function placeBehind(node: Node, { keyAt }: Place): number {
  if (node.kind !== 'mapping' || node.flow) return node.at.end;
  const name = entryOf(node, 'identity') ?? entryOf(node, 'domain');
  return name?.value.at.end ?? (keyAt ? keyAt.end + 1 : node.at.start);
}
