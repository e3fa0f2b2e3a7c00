import { cmdlet, parametersOf } from '../../catalog/cmdlets.ts';
import { resolveParameter } from '../../catalog/parameter-names.ts';
import { type Glued, gluedName, nameWithoutDash } from '../../cmdlets/mistyped-names.ts';
import { isKnown, type KnownCommand } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { isSurplus, standsApart } from '../../cmdlets/surplus.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { dashed, withoutParameter } from '../../edits/parameter-edits.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import type { Finding, Rule } from '../rule.ts';

export const unknownParameter: Rule = {
  id: 'unknown-parameter',
  summary: say`A parameter that its cmdlet does not have.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines, scriptFaults }) {
    const document = { spec, lines };
    for (const command of runbook.filter(isKnown)) {
      const { known, names } = command;
      // Around what is no PowerShell, words may be cut otherwise than the shell does.
      if (scriptFaults.length === 0) yield* withoutPlace(command, document);
      for (const written of command.parameters) {
        const { resolution } = written;
        if (resolution?.match !== 'unknown' || resolution.seen || isOnlyAtCreation(command, written.name)) continue;
        // Behind a bracket or a quote, as in `$(…)-a`, it is more likely meant for a part of the value.
        if (!standsApart(written.at, lines.text)) continue;
        const glued = gluedName(command, written);
        if (glued) {
          yield {
            at: written.at,
            message: say`The shell takes all of ${code(`-${written.name}`)} for the name of a parameter, which ${code(known.name)} does not have. Write a space after ${code(`-${glued.name}`)}.`,
            fixes: spaced(document, command, glued),
          };
          continue;
        }
        const own = parametersOf(known).filter(({ common }) => !common);
        const meant = nearest(
          written.name,
          own.filter(({ name }) => !names.includes(name)).map(({ name }) => name),
        );
        const at = { start: written.at.start, end: written.at.start + written.name.length + 1 };
        const renaming = meant === undefined ? undefined : rewritten(document, command, [{ at, insert: `-${meant}` }]);
        const removal = withoutParameter(document, command, written);
        const fixes: readonly (Fix | undefined)[] = [
          renaming ? { title: say`Write ${code(`-${meant}`)}`, safety: 'safe', edits: renaming } : undefined,
          removal && { title: say`Remove ${code(dashed(written))}`, safety: 'review', edits: removal },
        ];
        yield {
          at: written.at,
          message: unknownMessage(command, written.name, meant),
          fixes: fixes.flatMap((fix) => fix ?? []),
        };
      }
    }
  },
};

function spaced(document: Document, command: RunbookCommand, { name, at }: Glued): readonly Fix[] {
  const edits = rewritten(document, command, [{ at, insert: ' ' }]);
  return edits ? [{ title: say`Write a space after ${code(`-${name}`)}`, safety: 'safe', edits }] : [];
}

/** Values that no parameter is left for; most often the further words of a text without its quotes. */
function* withoutPlace(command: RunbookCommand & KnownCommand, document: Document): Iterable<Finding> {
  const { known, parameters } = command;
  const surplus = parameters.filter(({ role }) => role === 'surplus');
  const [first, last] = [surplus[0]?.valueAt, surplus.at(-1)?.valueAt];
  if (first === undefined || last === undefined) return;
  const { text } = document.lines;
  const bare = nameWithoutDash(command);
  // What a variable holds is not known, but what stands before it.
  const variables = bare !== undefined;
  if (!isSurplus(command, surplus, { text, variables })) return;
  if (bare) {
    const edits = rewritten(document, command, [{ at: bare.at, insert: `-${bare.name}` }]);
    const meant = code(`-${bare.name}`);
    yield {
      at: bare.at,
      message: say`${code(bare.written)} has no dash before it, so the shell takes it for a value and refuses the command. Write ${meant}.`,
      fixes: edits ? [{ title: say`Write ${meant}`, safety: 'safe', edits }] : [],
    };
    return;
  }
  if (known.disputed?.includes('sets')) return;
  const at = { start: first.start, end: last.end };
  const [of, shown] = [code(known.name), code(text.slice(at.start, at.end))];
  const before = parameters[parameters.findIndex((one) => one.valueAt?.start === first.start) - 1];
  const start = before?.forms[0] === 'bare' && before.forms.length === 1 ? before.valueAt?.start : undefined;
  const isText = start !== undefined && /^[\w ]+$/.test(text.slice(start, at.end));
  const edits = isText
    ? rewritten(document, command, [{ at: { start, end: at.end }, insert: `'${text.slice(start, at.end)}'` }])
    : undefined;
  yield {
    at,
    message: isText
      ? say`${of} has no parameter left for ${shown}, so the shell refuses the command. Put a text of several words in quotes.`
      : say`${of} has no parameter left for ${shown}, so the shell refuses the command. Name the parameter that it is for, or remove it.`,
    fixes: edits ? [{ title: say`Put the text in quotes`, safety: 'review', edits }] : [],
  };
}

/** What can be given only when the object is made, another rule tells. */
function isOnlyAtCreation({ verb, noun }: KnownCommand, name: string): boolean {
  const creation = verb === 'Set' ? cmdlet(`New-${noun}`) : undefined;
  return creation !== undefined && 'parameter' in resolveParameter(creation, name);
}

function unknownMessage({ known, names }: KnownCommand, name: string, meant: string | undefined): Message {
  const [of, written] = [code(known.name), code(`-${name}`)];
  if (meant !== undefined)
    return say`${of} has no parameter ${written}, so the shell refuses the command. Did you mean ${code(`-${meant}`)}?`;
  const others = Object.keys(known.parameters).filter((one) => !names.includes(one));
  if (others.length === 0) return say`${of} has no parameter ${written}, so the shell refuses the command. Remove it.`;
  return say`${of} has no parameter ${written}, so the shell refuses the command. It has ${codes(others.map((one) => `-${one}`))}.`;
}
