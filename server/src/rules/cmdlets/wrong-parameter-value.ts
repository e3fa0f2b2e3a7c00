import { quote, refusal } from '../../cmdlets/command.ts';
import { type JudgedValue, judgedValues } from '../../cmdlets/judged-values.ts';
import { type BoundArgument, boundArguments, isKnown, type KnownCommand } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { valueMessage } from '../../cmdlets/value-messages.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { otherValues } from '../../edits/other-value.ts';
import { wanted } from '../../edits/parameter-edits.ts';
import { code, type Message, say } from '../../text/message.ts';
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
          fixes: otherValues(judged, command, document),
        };
      }
    }
  },
};

/** A value that is missing, or stands where the shell does not look for it, or several where one is taken. */
function* misplaced(command: RunbookCommand, written: BoundArgument, document: Document): Iterable<Finding> {
  const { parameter, rule } = written;
  const name = code(`-${parameter.name}`);
  const isOdd = rule.kind === 'boolean' && !/^\$(?:true|false)$/i.test(String(written.value));
  const said = isOdd && written.valueAt && document.lines.slice(written.valueAt.start, written.valueAt.end);
  const meant = said ? mistypedBoolean(said, document.lines.text) : undefined;
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
  } else if (written.valueAt && said && meant !== undefined) {
    yield {
      at: written.valueAt,
      message: say`No variable here is called ${code(said)}, so ${name} gets nothing, and the shell refuses the command. Did you mean ${code(meant)}?`,
      fixes: change(written.valueAt, meant, say`Write ${code(meant)}`, 'safe'),
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

/** What was meant by a variable that is nearly `$true` or `$false`, and that nothing in the text makes. */
function mistypedBoolean(said: string, text: string): string | undefined {
  if (!/^\$[a-z]+$/i.test(said)) return undefined;
  const isMade = new RegExp(`\\${said}\\s*(?:[-+]?=|[,)]|in\\b)`, 'i').test(text);
  const known = ['$true', '$false'];
  return isMade || known.includes(said.toLowerCase()) ? undefined : nearest(said, known, 1);
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
