import { cmdlet, cmdletNames } from '../../catalog/cmdlets.ts';
import { otherCmdlets, otherVerbs, verbs } from '../../catalog/powershell.ts';
import { verbAndNoun } from '../../cmdlets/command.ts';
import { rewritten, withoutCommand } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import type { Rule } from '../rule.ts';

export const unknownCmdlet: Rule = {
  id: 'unknown-cmdlet',
  summary: say`A command that no Management Shell has.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    const names = new Set(runbook.map((command) => command.cmdlet));
    const doubts = new Map([...names].map((name) => [name, doubtAbout(name)]));
    const doubted = runbook.flatMap((command) => {
      const doubt = doubts.get(command.cmdlet);
      return doubt ? [{ command, doubt }] : [];
    });
    if (doubted.length === 0) return;
    const own = ownFunctions(lines.text);
    for (const { command, doubt } of doubted) {
      if (own.has(command.cmdlet.toLowerCase())) continue;
      const document = { spec, lines };
      const edits = doubt.meant && rewritten(document, command, [{ at: command.at, insert: doubt.meant }]);
      const removal = withoutCommand(document, command, { runbook });
      const renaming: Fix[] = edits ? [{ title: say`Write ${code(doubt.meant)}`, safety: doubt.safety, edits }] : [];
      const removing: Fix[] = removal
        ? [{ title: say`Remove ${code(command.cmdlet)}`, safety: 'review', edits: removal }]
        : [];
      yield { at: command.at, message: doubtMessage(command.cmdlet, doubt), fixes: [...renaming, ...removing] };
    }
  },
};

/** Why a command is most likely none, and what was meant. */
interface Doubt {
  readonly reason: 'verb' | 'noun' | 'typo';
  readonly meant: string;
  readonly safety: Fix['safety'];
  /** All cmdlets of the noun. */
  readonly family: readonly string[];
}

/**
 * The reference holds few of the many `Cs` cmdlets: one that is not in it is doubted only when it is nearly one of them, or
 * has one of their nouns.
 */
function doubtAbout(name: string): Doubt | undefined {
  const isOther = otherCmdlets.some((other) => other.toLowerCase() === name.toLowerCase());
  if (cmdlet(name) !== undefined || isOther) return undefined;
  const { verb, noun } = verbAndNoun(name);
  const family = cmdletNames.filter((one) => verbAndNoun(one).noun.toLowerCase() === noun.toLowerCase());
  if (family.length === 0) return mistyped(name);
  const isVerb = verbs.some((known) => known.toLowerCase() === verb.toLowerCase());
  const near = isVerb
    ? undefined
    : nearest(
        verb,
        family.map((one) => verbAndNoun(one).verb),
        2,
      );
  if (near !== undefined) return { reason: 'typo', meant: `${near}-${nounOf(family)}`, safety: 'safe', family };
  const usual = otherVerbs[verb.toLowerCase()]?.find((one) => cmdlet(`${one}-${noun}`) !== undefined);
  const meant = usual ? `${usual}-${nounOf(family)}` : '';
  return { reason: isVerb ? 'noun' : 'verb', meant, safety: 'review', family };
}

/** A name that is one or two letters away from one of the reference. */
function mistyped(name: string): Doubt | undefined {
  const { verb, noun } = verbAndNoun(name);
  const likely = cmdletNames.filter((one) => verbAndNoun(one).verb.toLowerCase() === verb.toLowerCase());
  const meant = nearest(
    noun,
    likely.map((one) => verbAndNoun(one).noun),
    noun.length < 10 ? 1 : 2,
  );
  const found = likely.find((one) => verbAndNoun(one).noun === meant);
  return found === undefined ? undefined : { reason: 'typo', meant: found, safety: 'safe', family: [found] };
}

function doubtMessage(name: string, { reason, meant, family }: Doubt): Message {
  if (meant !== '') return say`The Management Shell has no ${code(name)}. Did you mean ${code(meant)}?`;
  const about = code(nounOf(family));
  return reason === 'verb'
    ? say`PowerShell has no verb ${code(verbAndNoun(name).verb)}, and the Management Shell no ${code(name)}. For ${about} there are ${codes(family)}.`
    : say`The Management Shell has no ${code(name)}. For ${about} there are ${codes(family)}.`;
}

function nounOf(family: readonly string[]): string {
  return verbAndNoun(family[0] ?? '').noun;
}

/** Functions and aliases that a script brings along. */
function ownFunctions(text: string): ReadonlySet<string> {
  const found = text.matchAll(
    /\b(?:function|filter|(?:New|Set)-Alias(?:[ \t]+-Name)?)[ \t]+(?:\w+:)?["']?([A-Za-z]+-Cs\w+)/gi,
  );
  return new Set(Array.from(found, ([, name = '']) => name.toLowerCase()));
}
