import { narrowing } from './narrowing.ts';
import { type Placement, type Placements, placements, type Stage, variableOf } from './pipelines.ts';
import {
  type Argument,
  argumentFor,
  boundArguments,
  type Input,
  isKnown,
  isUnderstood,
  type ResolvedCommand,
} from './resolved.ts';
import type { Word } from './tokens.ts';

/** Commands of a text with what its pipelines and loops hand them, and with what its variables surely hold. */
export function withInputs(commands: readonly ResolvedCommand[], text: string): readonly ResolvedCommand[] {
  if (commands.length === 0) return commands;
  const { places, constants } = placements(text);
  if (places.size === 0) return commands;
  const starting = new Map(commands.map((command) => [command.at.start, command]));
  return commands.map((written) => {
    const place = places.get(written.at.start);
    if (place === undefined) return written;
    const command = withSaid(written, place, { constants, text });
    const stages = place.piped ? place.before : stagesOfLoop(command, place, text);
    const source = starting.get(stages[0]?.[0]?.at.start ?? -1);
    const input = source?.verb === 'Get' ? inputFrom(source, stages.slice(1), place, text) : undefined;
    return input ? { ...command, input } : command;
  });
}

/** A command with the texts that its variables hold: one after the other in a loop, or one for good. */
function withSaid(
  command: ResolvedCommand,
  { loops, always }: Placement,
  { constants, text }: Pick<Placements, 'constants'> & { readonly text: string },
): ResolvedCommand {
  if (command.parameters.every(({ value, valueAt }) => value !== undefined || !valueAt)) return command;
  const parameters = command.parameters.map((given): Argument => {
    const { value, valueAt } = given;
    if (value !== undefined || valueAt === undefined) return given;
    const name = /^"?\$(\w+)"?$/.exec(text.slice(valueAt.start, valueAt.end))?.[1];
    const variable = name && variableOf(`$${name}`);
    // A branch may give a variable another value, and has the loops that stand in it alone.
    const constant = always ? constants.get(variable ?? '') : undefined;
    const [stage, ...more] = loops.find((loop) => loop.variable === variable)?.through ?? [constant ?? []];
    const said = stage && more.length === 0 ? textsIn(stage) : [];
    return said.length === 0 ? given : { ...given, said };
  });
  return { ...command, parameters };
}

/** The texts that a stage consists of, and nothing else. */
function textsIn(stage: Stage): readonly Word[] {
  const isText = (token: Stage[number]) =>
    token.kind === 'word' && (token.form === 'single' || token.form === 'double');
  if (!stage.every((token) => token.kind === 'comma' || isText(token))) return [];
  return stage.flatMap((token) => (token.kind === 'word' ? [token] : []));
}

/** What the loop runs through whose variable names the object of a command. */
function stagesOfLoop(command: ResolvedCommand, { loops }: Placement, text: string): readonly Stage[] {
  const given = NAMING.map((name) => argumentFor(command, name)?.valueAt).find((at) => at !== undefined);
  const written = given === undefined ? '' : text.slice(given.start, given.end);
  const variable = variableOf(written.replace(/^["'({\s]*(?:\$\()?|(?<![\s)}"'])[\s)}"']+$/g, ''));
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
