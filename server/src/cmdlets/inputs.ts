import { narrowing } from './narrowing.ts';
import { type Placement, placements, type Stage, variableOf } from './pipelines.ts';
import { argumentFor, boundArguments, type Input, isKnown, isUnderstood, type ResolvedCommand } from './resolved.ts';

/** Commands of a text with what its pipelines and loops hand them. */
export function withInputs(commands: readonly ResolvedCommand[], text: string): readonly ResolvedCommand[] {
  const places = commands.length === 0 ? new Map<number, Placement>() : placements(text);
  if (places.size === 0) return commands;
  const starting = new Map(commands.map((command) => [command.at.start, command]));
  return commands.map((command) => {
    const place = places.get(command.at.start);
    if (place === undefined) return command;
    const stages = place.piped ? place.before : stagesOfLoop(command, place, text);
    const source = starting.get(stages[0]?.[0]?.at.start ?? -1);
    const input = source?.verb === 'Get' ? inputFrom(source, stages.slice(1), place, text) : undefined;
    return input ? { ...command, input } : command;
  });
}

/** What the loop runs through whose variable names the object of a command. */
function stagesOfLoop(command: ResolvedCommand, { loops }: Placement, text: string): readonly Stage[] {
  const given = NAMING.map((name) => argumentFor(command, name)?.valueAt).find((at) => at !== undefined);
  const written = given === undefined ? '' : text.slice(given.start, given.end);
  const variable = variableOf(written.replace(/^["'({\s]*(?:\$\()?|[\s)}"']+$/g, ''));
  return loops.find((loop) => loop.variable === variable)?.through ?? [];
}

const NAMING = ['Identity', 'Domain', 'Instance'] as const;

function inputFrom(source: ResolvedCommand, between: readonly Stage[], { always }: Placement, text: string): Input {
  const passed = between.map((stage) => narrowing(stage, text));
  const asked = namesAskedFor(source);
  const names = [...(asked ?? []), ...passed.flatMap((one) => one?.name ?? [])].filter((name) => !/^\*+$/.test(name));
  // What `[a-c]` stands for is not looked into.
  const isClear =
    asked !== undefined && passed.every((one) => one !== undefined) && names.every((name) => !name.includes('['));
  const assigning = passed.find((one) => one?.assigning)?.assigning;
  return {
    noun: source.noun,
    source: source.whole,
    names: isClear ? names : undefined,
    ...(assigning && { assigning }),
    always,
  };
}

/** Wildcards for the names of what a command looks up; undefined where it goes by something else. */
function namesAskedFor(source: ResolvedCommand): readonly string[] | undefined {
  if (!isKnown(source) || !isUnderstood(source)) return undefined;
  const narrowed = boundArguments(source).filter(({ parameter: { shared, name } }) => !shared && name !== 'LocalStore');
  const names = narrowed.flatMap(({ parameter: { name }, value }) =>
    (name === 'Identity' || name === 'Filter') && typeof value === 'string' ? [value] : [],
  );
  return names.length === narrowed.length ? names : undefined;
}
