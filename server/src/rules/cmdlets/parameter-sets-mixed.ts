import type { ParametersConstraint } from '../../catalog/catalog.generated.ts';
import { mixedParameters } from '../../catalog/parameter-sets.ts';
import { type Argument, argumentFor, isKnown, type KnownCommand } from '../../cmdlets/resolved.ts';
import type { Fix } from '../../edits/fix.ts';
import { withoutParameter } from '../../edits/parameter-edits.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const parameterSetsMixed: Rule = {
  id: 'parameter-sets-mixed',
  summary: say`Parameters of one command that do not go together.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const command of runbook.filter(isKnown)) {
      const [first, second] = mixedIn(command) ?? [];
      if (first === undefined || second === undefined) continue;
      const [one, other] = [writtenAs(command, first), writtenAs(command, second)];
      const at = (other ?? one)?.at ?? command.at;
      const removing = (which: Argument | undefined, name: string): Fix[] => {
        const edits = which && withoutParameter({ spec, lines }, command, which);
        return edits ? [{ title: say`Remove ${code(`-${name}`)}`, safety: 'review', edits }] : [];
      };
      yield {
        at,
        message: say`${code(command.known.name)} takes ${code(`-${first}`)} or ${code(`-${second}`)}, not both, so the shell refuses the command. Remove one of them.`,
        related: one && other ? [{ at: one.at, message: say`It does not go with this.` }] : [],
        fixes: [...removing(other, second), ...removing(one, first)],
      };
    }
  },
};

/** Two parameters that no parameter set has both, or of which the reference says that they exclude each other. */
function mixedIn(command: KnownCommand): readonly [string, string] | undefined {
  const { known, names } = command;
  const mixed = mixedParameters(known, names);
  if (mixed) return mixed;
  const exclusive = (known.constraints ?? []).filter(isExclusive);
  for (const { parameters } of exclusive) {
    const [first, second] = names.filter((name) => parameters.includes(name) && !isOff(writtenAs(command, name)));
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return undefined;
}

/** What is given as false does not exclude anything. */
function isOff(given: Argument | undefined): boolean {
  return /^(?:\$false|0)$/i.test(String(given?.value));
}

type Constraint = NonNullable<KnownCommand['known']['constraints']>[number];

function isExclusive(constraint: Constraint): constraint is ParametersConstraint {
  return constraint.kind === 'exactlyOne' || constraint.kind === 'mutuallyExclusive';
}

/** The parameter where its name is written. */
function writtenAs(command: KnownCommand, name: string): Argument | undefined {
  const found = argumentFor(command, name);
  return found?.role === 'named' ? found : undefined;
}
