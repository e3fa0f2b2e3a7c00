import type { ParametersConstraint } from '../../catalog/catalog.generated.ts';
import { mixedParameters } from '../../catalog/parameter-sets.ts';
import { type GivenByName, type GivenCommand, givenCommands } from '../../cmdlets/given.ts';
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
    for (const given of givenCommands(runbook)) {
      const [first, second] = mixedIn(given) ?? [];
      const [one, other] = [writtenAs(given, first), writtenAs(given, second)];
      if (first === undefined || second === undefined) continue;
      const at = (other ?? one)?.written.at ?? given.command.at;
      const removing = (which: GivenByName | undefined, name: string): Fix[] => {
        const edits = which && withoutParameter({ spec, lines }, given.command, which.written);
        return edits ? [{ title: say`Remove ${code(`-${name}`)}`, safety: 'review', edits }] : [];
      };
      yield {
        at,
        message: say`${code(given.known.name)} takes ${code(`-${first}`)} or ${code(`-${second}`)}, not both, so the shell refuses the command. Remove one of them.`,
        related: one && other ? [{ at: one.written.at, message: say`It does not go with this.` }] : [],
        fixes: [...removing(other, second), ...removing(one, first)],
      };
    }
  },
};

/** Two parameters that no parameter set has both, or of which the reference says that they exclude each other. */
function mixedIn({ known, named, names }: GivenCommand): readonly [string, string] | undefined {
  const mixed = mixedParameters(known, names);
  if (mixed) return mixed;
  const exclusive = (known.constraints ?? []).filter(isExclusive);
  for (const { parameters } of exclusive) {
    const [first, second] = names.filter((name) => parameters.includes(name) && !isOff(name, named));
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return undefined;
}

/** What is given as false does not exclude anything. */
function isOff(name: string, named: readonly GivenByName[]): boolean {
  return named.some(
    ({ written, resolution }) =>
      'parameter' in resolution && resolution.parameter.name === name && /^(?:\$false|0)$/i.test(String(written.value)),
  );
}

type Constraint = NonNullable<GivenCommand['known']['constraints']>[number];

function isExclusive(constraint: Constraint): constraint is ParametersConstraint {
  return constraint.kind === 'exactlyOne' || constraint.kind === 'mutuallyExclusive';
}

function writtenAs({ named }: GivenCommand, name: string | undefined): GivenByName | undefined {
  return named.find(({ resolution }) => 'parameter' in resolution && resolution.parameter.name === name);
}
