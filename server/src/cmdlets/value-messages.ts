import type { ValueFault } from '../catalog/value-faults.ts';
import { type Code, code, codes, type Message, say } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import type { JudgedValue } from './judged-values.ts';
import type { BoundArgument } from './resolved.ts';

/** What is said of a value that its parameter does not take. */
export function valueMessage({ value, text }: JudgedValue, fault: ValueFault): Message {
  const [name, written] = [code(`-${value.parameter.name}`), code(text)];
  switch (fault.fault) {
    case 'kind':
      return kindMessage(name, written, value, fault.wanted);
    case 'unlisted': {
      const meant = nearest(text, fault.values);
      return meant === undefined
        ? say`${written} is no value of ${name}. It takes ${codes(fault.values)}.`
        : say`${written} is no value of ${name}. Did you mean ${code(meant)}?`;
    }
    case 'ambiguous':
      return say`${written} is short for ${codes(fault.values)}, so the shell refuses it. Write one of them in full.`;
    case 'null':
      return say`${name} cannot be ${code('$null')}, so the shell refuses the command. Give it a value, or leave the parameter out.`;
    default:
      return formMessage(name, written, { forms: fault.fault === 'form' ? fault.forms : [], rule: value.rule });
  }
}

function kindMessage(name: Code, written: Code, { rule }: BoundArgument, kind: string): Message {
  switch (kind) {
    case 'boolean':
      return say`${name} takes ${code('$true')} or ${code('$false')}, and ${written} is a text to the shell, which refuses it. Write one of the two.`;
    case 'number':
      return say`${name} takes a number, and ${written} is none. Enter one.`;
    case 'guid':
      return say`${name} takes a GUID, and ${written} is none. Enter one.`;
    default:
      return rule.from === undefined
        ? say`${name} takes an object, not a text such as ${written}. Give it a variable or a command in brackets.`
        : say`${name} takes what ${codes(rule.from)} returns, not a text such as ${written}. Give it a variable or that command in brackets.`;
  }
}

interface FormOf extends Pick<BoundArgument, 'rule'> {
  readonly forms: readonly string[];
}

function formMessage(name: Code, written: Code, { forms, rule }: FormOf): Message {
  if (rule.kind === 'identity')
    return say`The reference shows other forms for ${name} than ${written}: ${codes(forms)}. Check what the server calls it.`;
  switch (forms[0]) {
    case 'fqdn':
      return say`${name} takes the name of a host in full, and ${written} is none. Write it with its domain.`;
    case 'domain':
      return say`${name} takes the name of a domain, and ${written} is none. Write it as DNS does.`;
    case 'url':
      return say`${name} takes a web address, and ${written} is none. Begin it with ${code('https://')}.`;
    case 'sip-uri':
    case 'sip-address':
      return say`${name} takes a SIP address, and ${written} is none. Write it as ${code('sip:user@domain')}.`;
    default:
      return say`${written} has another form than the reference shows for ${name}. Compare it with the reference page.`;
  }
}
