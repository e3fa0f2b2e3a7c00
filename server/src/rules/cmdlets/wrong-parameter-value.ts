import type { ValueFault } from '../../catalog/value-faults.ts';
import { quote, refusal } from '../../cmdlets/command.ts';
import { type JudgedValue, judgedValues } from '../../cmdlets/judged-values.ts';
import { type BoundArgument, boundArguments, isKnown, type KnownCommand } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { wanted, withoutParameter } from '../../edits/parameter-edits.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import type { Range } from '../../text/range.ts';
import type { Finding, Rule } from '../rule.ts';

export const wrongParameterValue: Rule = {
  id: 'wrong-parameter-value',
  summary: say`A value of a kind that its parameter does not take.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    const document = { spec, lines };
    for (const command of runbook.filter(isKnown)) {
      for (const value of boundArguments(command)) yield* misplaced(command, value, document);
      for (const judged of judgedValues(command, lines)) {
        const { fault } = judged.fault;
        if (fault === 'above' || fault === 'below' || isScope(command, judged) || isJoined(judged.value)) continue;
        yield {
          at: judged.at,
          message: valueMessage(judged, judged.fault),
          ...severityOf(judged),
          fixes: fixesFor(judged, { document, command }),
        };
      }
    }
  },
};

interface Where {
  readonly document: Document;
  readonly command: RunbookCommand;
}

/** A value that is missing, or stands where the shell does not look for it, or several where one is taken. */
function* misplaced(command: RunbookCommand, written: BoundArgument, document: Document): Iterable<Finding> {
  const { parameter, rule } = written;
  const name = code(`-${parameter.name}`);
  const change = (at: Range, insert: string, title: Message, safety: Fix['safety']): Fix[] => {
    const edits = rewritten(document, command, [{ at, insert }]);
    return edits ? [{ title, safety, edits }] : [];
  };
  if (written.valueAt === undefined && rule.kind !== 'switch') {
    const insert = ` ${wanted(parameter.name, rule)}`;
    yield {
      at: written.at,
      message: say`${name} stands without its value, so the shell refuses the command. Enter the value after it.`,
      fixes: change({ start: written.at.end, end: written.at.end }, insert, say`Enter a value for ${name}`, 'review'),
    };
  } else if (written.valueAt && rule.kind === 'switch' && !written.colon) {
    const text = String(written.value);
    const whole = { start: written.at.start, end: written.valueAt.end };
    const shown = `-${parameter.name}:${text}`;
    yield {
      at: written.valueAt,
      message: say`${name} is a switch, which takes ${code(text)} only after a colon; so the shell refuses the command. Write ${code(shown)}.`,
      fixes: change(whole, shown, say`Write ${code(shown)}`, 'safe'),
    };
  } else if (written.valueAt && isJoined(written)) {
    const items = [written.value ?? ''].flat();
    const joined = quoted(items.join(','));
    yield {
      at: written.valueAt,
      message: say`${name} takes one text with commas in it, and this is a list of ${items.length} texts, which the shell refuses. Put it in quotes.`,
      fixes: joined === undefined ? [] : change(written.valueAt, joined, say`Put the list in quotes`, 'safe'),
    };
  } else if (written.valueAt && isSeveral(written)) {
    const [first = ''] = [written.value ?? ''].flat();
    const kept = quoted(first);
    yield {
      at: written.valueAt,
      message: say`${name} takes one value, and these are several, so the shell refuses the command. Give each a command of its own.`,
      fixes: kept === undefined ? [] : change(written.valueAt, kept, say`Keep ${code(first)}`, 'review'),
    };
  }
}

/** A text in quotes; nothing for one that cannot be said safely. */
function quoted(text: string): string | undefined {
  return refusal({ cmdlet: '', parameters: { Identity: text } }) ? undefined : quote(text);
}

/** A list where a text with commas is wanted. */
function isJoined({ value, rule }: BoundArgument): boolean {
  return rule.list === 'comma-string' && typeof value === 'object';
}

function isSeveral({ value, parameter, rule }: BoundArgument): boolean {
  const isOne =
    rule.list === undefined && ['boolean', 'number', 'enum', 'text', 'guid', 'identity'].includes(rule.kind);
  return isOne && !/\[\]|List/.test(parameter.type) && typeof value === 'object';
}

/** The scope of a policy is judged by a rule of its own. */
function isScope({ known }: KnownCommand, { value, fault }: JudgedValue): boolean {
  return fault.fault === 'form' && value.parameter.name === 'Identity' && known.name.endsWith('Policy');
}

function severityOf({ value, fault }: JudgedValue): Pick<Finding, 'severity'> {
  if (value.rule.disputed || (fault.fault === 'form' && value.rule.kind === 'identity')) return { severity: 'info' };
  return fault.fault === 'form' ? { severity: 'warning' } : {};
}

function valueMessage({ value, text }: JudgedValue, fault: ValueFault): Message {
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

function kindMessage(name: string, written: string, { rule }: BoundArgument, kind: string): Message {
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
        : say`${name} takes what ${code(rule.from)} returns, not a text such as ${written}. Give it a variable or that command in brackets.`;
  }
}

interface FormOf extends Pick<BoundArgument, 'rule'> {
  readonly forms: readonly string[];
}

function formMessage(name: string, written: string, { forms, rule }: FormOf): Message {
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

function fixesFor({ value, text, at, fault }: JudgedValue, { document, command }: Where): readonly Fix[] {
  const { rule, parameter } = value;
  const writing = (insert: string, title: Message, safety: Fix['safety']): Fix[] => {
    const edits = rewritten(document, command, [{ at, insert }]);
    return edits ? [{ title, safety, edits }] : [];
  };
  const write = (insert: string, safety: Fix['safety']) => writing(insert, say`Write ${code(insert)}`, safety);
  if (fault.fault === 'null') {
    const edits = withoutParameter(document, command, value);
    return edits ? [{ title: say`Remove ${code(`-${parameter.name}`)}`, safety: 'review', edits }] : [];
  }
  if (fault.fault === 'kind' && fault.wanted === 'boolean') {
    const meant = BOOLEANS.get(text.toLowerCase().replace(/^\$/, ''));
    return meant === undefined ? ['$true', '$false'].flatMap((one) => write(one, 'review')) : write(meant, 'safe');
  }
  if (fault.fault === 'unlisted' || fault.fault === 'ambiguous') {
    const meant = fault.fault === 'unlisted' ? nearest(text, fault.values) : undefined;
    return meant === undefined
      ? fault.values.slice(0, MOST).flatMap((one) => write(one, 'review'))
      : write(meant, 'safe');
  }
  const insert = wanted(parameter.name, { ...rule, values: [] });
  return insert === undefined ? [] : writing(insert, say`Enter another value`, 'review');
}

/** As many values as a person chooses from. */
const MOST = 3;

/** How people write what the shell has variables for. */
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['true', '$true'],
  ['false', '$false'],
]);
