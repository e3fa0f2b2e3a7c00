import type {
  CmdletConstraint,
  ForbiddenValueConstraint,
  GreaterThanConstraint,
  RequiresConstraint,
} from '../../catalog/catalog.generated.ts';
import { type NamedParameter, parameter } from '../../catalog/cmdlets.ts';
import { isTrue } from '../../cmdlets/read.ts';
import {
  type BoundArgument,
  boundArguments,
  isKnown,
  isSplatted,
  isUnderstood,
  type KnownCommand,
} from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { shellServer, versionGap } from '../../deployment/version-gap.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { withoutLine } from '../../edits/own-line.ts';
import { withoutParameter, withParameters } from '../../edits/parameter-edits.ts';
import { code, codes, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Finding, Rule } from '../rule.ts';

export const parameterConstraint: Rule = {
  id: 'parameter-constraint',
  summary: say`Parameters of one command whose values do not go together, or that lack one another.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { catalog, runbook, lines }) {
    const document = { spec, lines };
    const server = shellServer(spec, catalog);
    const isThere = (about: NamedParameter) => !server || !versionGap(catalog, [about], server);
    for (const command of runbook.filter(isKnown)) {
      const { constraints = [] } = command.known;
      if (constraints.length === 0) continue;
      const values = new Map(boundArguments(command).map((value) => [value.parameter.name, value]));
      for (const constraint of constraints) yield* breaches(constraint, { command, values, document, isThere });
    }
  },
};

interface GivenValues {
  readonly command: RunbookCommand & KnownCommand;
  readonly values: ReadonlyMap<string, BoundArgument>;
  readonly document: Document;
  /** Whether the server has a parameter; one that it lacks has a rule of its own. */
  isThere(about: NamedParameter): boolean;
}

function breaches(constraint: CmdletConstraint, about: GivenValues): Iterable<Finding> {
  switch (constraint.kind) {
    case 'requires':
      return lacking(constraint, about);
    case 'needsTrue':
      return withoutEffect(constraint, about);
    case 'greaterThan':
      return notGreater(constraint, about);
    case 'forbiddenValue':
      return forbidden(constraint, about);
    default:
      return [];
  }
}

/** A parameter without those that have to stand in the same command. */
function* lacking(
  constraint: RequiresConstraint,
  { command, values, document, isThere }: GivenValues,
): Iterable<Finding> {
  const { known, names } = command;
  const value = values.get(constraint.parameter);
  if (value === undefined || !isOn(value) || !isThere(value.parameter) || !isUnderstood(command)) return;
  const missing = constraint.requires.filter((name) => {
    const about = parameter(known, name);
    return !names.includes(name) && about && isThere(about) && !(command.piped && about.pipeline);
  });
  if (missing.length === 0) return;
  const shown = codes(missing.map((name) => `-${name}`));
  const name = code(`-${constraint.parameter}`);
  // The reference says of switches that the command fails; another value may only be for nothing.
  const fails = value.rule.kind === 'switch';
  yield {
    at: value.at,
    severity: constraint.soft ? 'info' : fails ? 'error' : 'warning',
    message: constraint.soft
      ? say`The reference asks for ${shown} beside ${name}, and does not always keep to it. Add it to be sure.`
      : fails
        ? say`${name} works only with ${shown} beside it, so the command fails. Add it.`
        : say`${name} is of use only with ${shown} beside it. Add it, or leave ${name} out.`,
    fixes: [
      ...fix(say`Add ${shown}`, withParameters(document, command, missing)),
      // Alone it is what the command is for.
      ...(names.length > 1 ? fix(say`Remove ${name}`, withoutParameter(document, command, value)) : []),
    ],
  };
}

/** A setting that is turned on while another that it needs is turned off. What the command leaves open may be on already. */
function* withoutEffect(constraint: RequiresConstraint, { command, values, document }: GivenValues): Iterable<Finding> {
  const value = values.get(constraint.parameter);
  if (value === undefined || truth(value) !== true) return;
  for (const needed of constraint.requires) {
    const other = values.get(needed);
    if (other === undefined || truth(other) !== false) continue;
    const [name, wanted] = [code(`-${constraint.parameter}`), code(`-${needed}`)];
    yield {
      at: valuePlace(value),
      severity: constraint.soft ? 'info' : 'warning',
      message: say`${name} has no effect while ${wanted} is off. Turn ${wanted} on, or ${name} off.`,
      related: [{ at: valuePlace(other), message: say`${wanted} is turned off here.` }],
      fixes: [
        ...fix(say`Turn ${wanted} on`, written(document, command, [[other, '$true']])),
        ...fix(say`Turn ${name} off`, written(document, command, [[value, '$false']])),
      ],
    };
  }
}

/** A number that is not greater than another. An object that is made has the usual number where none is given. */
function* notGreater(constraint: GreaterThanConstraint, about: GivenValues): Iterable<Finding> {
  const { values, command, document } = about;
  const [greater, less] = [constraint.parameter, constraint.than].map((name) => numberOf(name, about));
  if (greater === undefined || less === undefined || greater > less) return;
  const [value, other] = [values.get(constraint.parameter), values.get(constraint.than)];
  const [at, related] = value ? [value, other] : [other, undefined];
  if (at === undefined) return;
  const [name, than] = [code(`-${constraint.parameter}`), code(`-${constraint.than}`)];
  const swapped = value && other && greater < less;
  yield {
    at: valuePlace(at),
    severity: constraint.soft ? 'info' : 'error',
    message: say`By the reference ${name} is greater than ${than}, and ${code(greater)} is not greater than ${code(less)}. Raise the first, or lower the second.`,
    ...(value && other ? {} : { note: say`What a command does not give has its usual value.` }),
    related: related ? [{ at: valuePlace(related), message: say`It is compared with this.` }] : [],
    fixes: swapped
      ? fix(
          say`Swap the two values`,
          written(document, command, [
            [value, String(less)],
            [other, String(greater)],
          ]),
        )
      : [],
  };
}

function numberOf(name: string, { command, values }: GivenValues): number | undefined {
  const value = values.get(name);
  if (value) return /^\d+$/.test(String(value.value)) ? Number(value.value) : undefined;
  const about = parameter(command.known, name);
  if (isSplatted(command) || command.verb !== 'New' || about?.defaultIn || about?.disputed?.includes('default'))
    return undefined;
  return typeof about?.default === 'number' ? about.default : undefined;
}

/** A switch that can only be turned to one side. Names that are forbidden are breaches as scopes. */
function* forbidden(
  constraint: ForbiddenValueConstraint,
  { command, values, document }: GivenValues,
): Iterable<Finding> {
  const value = values.get(constraint.parameter);
  const is = value && truth(value);
  if (value === undefined || is === undefined || !constraint.values.includes(is)) return;
  const [refused, other] = [code(`$${is}`), code(`$${!is}`)];
  const [name, of] = [code(`-${constraint.parameter}`), code(command.known.name)];
  yield {
    at: valuePlace(value),
    message: say`${of} refuses ${refused} for ${name}, which ends only when another one gets ${other}. Give that one ${other} instead.`,
    fixes: fix(say`Leave the command out`, withoutLine(document, command)),
  };
}

/** A switch that is not turned off, or a parameter with a value. */
function isOn(value: BoundArgument): boolean {
  if (value.rule.kind !== 'switch') return true;
  return value.valueAt === undefined || truth(value) === true;
}

/** What is surely true or false; nothing for what only the shell knows. */
function truth({ value, forms }: BoundArgument): boolean | undefined {
  if (typeof value !== 'string' || forms[0] === 'single' || forms[0] === 'double') return undefined;
  if (isTrue(value)) return true;
  return /^(?:\$false|0+)$/i.test(value) ? false : undefined;
}

function valuePlace({ at, valueAt }: BoundArgument): Range {
  return valueAt ?? at;
}

function written(
  document: Document,
  command: RunbookCommand,
  changes: readonly (readonly [BoundArgument, string])[],
): Fix['edits'] | undefined {
  return rewritten(
    document,
    command,
    changes.map(([value, insert]) => ({ at: valuePlace(value), insert })),
  );
}

function fix(title: Fix['title'], edits: Fix['edits'] | undefined): readonly Fix[] {
  return edits ? [{ title, safety: 'review', edits }] : [];
}
