import type {
  CmdletConstraint,
  ForbiddenValueConstraint,
  GreaterThanConstraint,
  RequiresConstraint,
} from '../../catalog/catalog.generated.ts';
import type { NamedParameter } from '../../catalog/cmdlets.ts';
import {
  type GivenValues,
  lackingMessage,
  lackingOthers,
  notGreaterThan,
  onWithoutNeeded,
  refusedSide,
  valuePlace,
} from '../../cmdlets/constraints.ts';
import { boundArguments, isKnown, type KnownCommand } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { shellServer, versionGap } from '../../deployment/version-gap.ts';
import type { Document } from '../../edits/command-edits.ts';
import { completedOrRemoved, swapped, turnedTogether } from '../../edits/constraint-repairs.ts';
import { offered } from '../../edits/fix.ts';
import { withoutLine } from '../../edits/own-line.ts';
import { code, say } from '../../text/message.ts';
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
      for (const constraint of constraints) yield* breaches(constraint, { command, values, isThere }, document);
    }
  },
};

type Given = GivenValues<RunbookCommand & KnownCommand>;

function breaches(constraint: CmdletConstraint, given: Given, document: Document): Iterable<Finding> {
  switch (constraint.kind) {
    case 'requires':
      return lacking(constraint, given, document);
    case 'needsTrue':
      return withoutEffect(constraint, given, document);
    case 'greaterThan':
      return notGreater(constraint, given, document);
    case 'forbiddenValue':
      return forbidden(constraint, given, document);
    default:
      return [];
  }
}

function* lacking(constraint: RequiresConstraint, given: Given, document: Document): Iterable<Finding> {
  const found = lackingOthers(constraint, given);
  if (found === undefined) return;
  const { value, fails } = found;
  yield {
    at: value.at,
    severity: constraint.soft ? 'info' : fails ? 'error' : 'warning',
    message: lackingMessage(found, constraint),
    fixes: completedOrRemoved(found, given.command, document),
  };
}

function* withoutEffect(constraint: RequiresConstraint, given: Given, document: Document): Iterable<Finding> {
  for (const found of onWithoutNeeded(constraint, given)) {
    const { value, other, needed } = found;
    const [name, wanted] = [code(`-${constraint.parameter}`), code(`-${needed}`)];
    yield {
      at: valuePlace(value),
      severity: constraint.soft ? 'info' : 'warning',
      message: say`${name} has no effect while ${wanted} is off. Turn ${wanted} on, or ${name} off.`,
      related: [{ at: valuePlace(other), message: say`${wanted} is turned off here.` }],
      fixes: turnedTogether(found, given.command, document),
    };
  }
}

function* notGreater(constraint: GreaterThanConstraint, given: Given, document: Document): Iterable<Finding> {
  const found = notGreaterThan(constraint, given);
  const at = found?.value ?? found?.other;
  if (found === undefined || at === undefined) return;
  const { greater, less, value, other } = found;
  const [name, than] = [code(`-${constraint.parameter}`), code(`-${constraint.than}`)];
  const related = value && other;
  yield {
    at: valuePlace(at),
    severity: constraint.soft ? 'info' : 'error',
    message: say`By the reference ${name} is greater than ${than}, and ${code(greater)} is not greater than ${code(less)}. Raise the first, or lower the second.`,
    ...(related ? {} : { note: say`What a command does not give has its usual value.` }),
    related: related ? [{ at: valuePlace(related), message: say`It is compared with this.` }] : [],
    fixes: swapped(found, given.command, document),
  };
}

function* forbidden(constraint: ForbiddenValueConstraint, given: Given, document: Document): Iterable<Finding> {
  const found = refusedSide(constraint, given);
  if (found === undefined) return;
  const { value, is } = found;
  const [refused, other] = [code(`$${is}`), code(`$${!is}`)];
  const [name, of] = [code(`-${constraint.parameter}`), code(given.command.known.name)];
  yield {
    at: valuePlace(value),
    message: say`${of} refuses ${refused} for ${name}, which ends only when another one gets ${other}. Give that one ${other} instead.`,
    fixes: offered(say`Leave the command out`, withoutLine(document, given.command)),
  };
}
