import { cmdlet, parameter, parametersOf } from '../../catalog/cmdlets.ts';
import { verbAndNoun } from '../../cmdlets/command.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { rewritten } from '../command-edits.ts';
import { type GivenCommand, givenCommands } from '../given-parameters.ts';
import { dashed, withoutParameter } from '../parameter-edits.ts';
import type { Fix, Rule } from '../rule.ts';

export const unknownParameter: Rule = {
  id: 'unknown-parameter',
  summary: say`A parameter that its cmdlet does not have.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    const document = { spec, lines };
    for (const given of givenCommands(runbook)) {
      const { command, known } = given;
      for (const { written, resolution } of given.named) {
        if (resolution.match !== 'unknown' || resolution.seen || isOnlyAtCreation(given, written.name)) continue;
        const own = parametersOf(known).filter(({ common }) => !common);
        const meant = nearest(
          written.name,
          own.filter(({ name }) => !given.names.includes(name)).map(({ name }) => name),
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
          message: messageFor(given, written.name, meant),
          fixes: fixes.flatMap((fix) => fix ?? []),
        };
      }
    }
  },
};

/** What can be given only when the object is made, another rule tells. */
function isOnlyAtCreation({ known }: GivenCommand, name: string): boolean {
  const { verb, noun } = verbAndNoun(known.name);
  const creation = verb === 'Set' ? cmdlet(`New-${noun}`) : undefined;
  return creation !== undefined && parameter(creation, name) !== undefined;
}

function messageFor({ known, names }: GivenCommand, name: string, meant: string | undefined): Message {
  const [of, written] = [code(known.name), code(`-${name}`)];
  if (meant !== undefined)
    return say`${of} has no parameter ${written}, so the shell refuses the command. Did you mean ${code(`-${meant}`)}?`;
  const others = Object.keys(known.parameters).filter((one) => !names.includes(one));
  if (others.length === 0) return say`${of} has no parameter ${written}, so the shell refuses the command. Remove it.`;
  return say`${of} has no parameter ${written}, so the shell refuses the command. It has ${codes(others.map((one) => `-${one}`))}.`;
}
