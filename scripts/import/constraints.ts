import { disputes } from './disputes.ts';
import { entries, type Fields, given, listOf } from './fields.ts';

/** Kinds of constraints that can be decided from a command; the others are remarks, or follow from the sets. */
const decidable: readonly unknown[] = [
  'exactlyOne',
  'mutuallyExclusive',
  'sameValue',
  'requires',
  'needsTrue',
  'greaterThan',
  'forbiddenValue',
  'immutable',
  'onlyModifies',
  'unique',
  'scopes',
  'singleton',
  'removeResets',
  'modes',
];

/** The constraints of a cmdlet page and of its parameters that a command can be held to. */
export function constraintsOf(page: Fields): readonly Fields[] {
  const ofParameters = entries(page.parameters).flatMap(([parameter, fields]) =>
    listOf(fields.constraints).map((constraint) => aboutParameter(parameter, constraint)),
  );
  const all = [...listOf(page.constraints), ...ofParameters]
    .filter(({ kind }) => decidable.includes(kind))
    .map((constraint) => withoutText(constraint, page));
  const exact = all.filter(({ kind }) => kind === 'exactlyOne').map(({ parameters }) => String(parameters));
  const needed = all.filter(
    ({ kind, parameters }) => kind !== 'mutuallyExclusive' || !exact.includes(String(parameters)),
  );
  const asText = needed.map((constraint) => JSON.stringify(constraint));
  return needed.filter((_, i) => asText.indexOf(asText[i] ?? '') === i);
}

/** A constraint that stands with its parameter, said of the cmdlet. */
function aboutParameter(parameter: string, { when, ...constraint }: Fields): Fields {
  if (constraint.kind === 'requiredWhen')
    return { kind: 'requires', parameter: when, requires: [parameter], ...given('soft', constraint.soft) };
  return { parameter, ...constraint };
}

function withoutText({ text: _, kind, needs, modes, ...rest }: Fields, page: Fields): Fields {
  // The documented defaults themselves break the order of the two intervals.
  const broken = kind === 'greaterThan' && disputes(Object(Object(page.parameters)[String(rest.than)])) !== undefined;
  return {
    kind,
    ...rest,
    ...given('soft', broken ? true : rest.soft),
    ...given('requires', needs ?? rest.requires),
    ...given(
      'modes',
      modes === undefined ? undefined : listOf(modes).map(({ name, ...settings }) => ({ name, settings })),
    ),
  };
}
