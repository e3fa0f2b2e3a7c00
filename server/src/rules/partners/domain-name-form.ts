import { type NameFault, nameFaults } from '../../deployment/name-faults.ts';
import type { Fix } from '../../edits/fix.ts';
import { oneByOne } from '../../spec/observed.ts';
import { code, type Message, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const domainNameForm: Rule = {
  id: 'domain-name-form',
  summary: say`A name that no host or domain in federation can have: an address, one label, an underscore, or inner.`,
  severity: 'error',
  facts: ['limits.domain-name-length', 'namespaces', 'records.access-edge-host', 'milestones.provisioning-site-closed'],
  values: true,

  *check(spec, context) {
    for (const fault of nameFaults(spec, context, oneByOne)) {
      yield {
        at: fault.at,
        ...(fault.kind === 'inner' && fault.isPinned ? { severity: 'warning' } : {}),
        message: nameRefused(fault),
        fixes: fixesFor(fault),
      };
    }
  },
};

function nameRefused(fault: NameFault): Message {
  const name = code(fault.value);
  switch (fault.kind) {
    case 'long':
      return say`This name has ${fault.length} characters, and the lists of domains take names of up to ${fault.most}. Enter the domain of the partner's SIP addresses.`;
    case 'underscore':
      return say`${name} contains an underscore, and names in federation consist of letters, digits and hyphens. Enter the name as DNS has it.`;
    case 'address':
      return fault.of === 'host'
        ? say`${name} is an address, and servers know each other by the names in their certificates. Enter the name of the host.`
        : say`${name} is an address, and a domain is what follows the @ in the addresses of users. Enter that.`;
    case 'label':
      return say`${name} is a single label, and a name is looked up as a whole. Write it with its domain, such as ${code(`${fault.value}.contoso.com`)}.`;
    case 'inner':
      return say`${name} is in no public DNS, and no public authority issues a certificate for it, so others do not find it. Enter the name by which it is known outside.`;
    case 'own-domain':
      return say`${name} is a SIP domain itself, and partners accept only a host directly under it. Enter one, such as ${code(fault.host)}.`;
  }
}

function fixesFor(fault: NameFault): readonly Fix[] {
  const { path, value } = fault;
  const entering: Fix = {
    title: say`Enter the name that DNS has`,
    safety: 'review',
    edits: [set(path, placeholder('name that DNS has'))],
  };
  if (fault.kind === 'own-domain') return [writing(fault.host)];
  return fault.kind === 'underscore' ? [entering, writing(value.replaceAll('_', '-'))] : [entering];

  function writing(name: string): Fix {
    return { title: say`Write ${code(name)}`, safety: 'review', edits: [set(path, name)] };
  }
}
