import { type Catalog, catalog as facts, type ProductId } from './catalog/catalog.generated.ts';
import { type Described, describedBy } from './cmdlets/described.ts';
import { type Runbook, type RunbookCommand, readAlone, readRunbook, type Scripts } from './cmdlets/runbook.ts';
import type { ReadScript } from './cmdlets/script.ts';
import { type CertificateFiles, withFiles } from './deployment/certificate-files.ts';
import { needsShell, serverWithoutShell } from './deployment/shellless.ts';
import { onCommands } from './edits/on-commands.ts';
import { type Observed, observedGround } from './observed-ground.ts';
import {
  byPlace,
  levelOf,
  ofSpecOnly,
  type Problem,
  type Severities,
  withoutEchoes,
  withoutShell,
  withSeverity,
} from './problem.ts';
import { readProject } from './project/read.ts';
import { projectSchema } from './project/schema.ts';
import { Checks, type Cleared } from './reuse.ts';
import type { RuleId } from './rules/ids.generated.ts';
import { rules as allRules } from './rules/index.generated.ts';
import { type Context, type Finding, type Persona, personas, type Rule } from './rules/rule.ts';
import { isUnread } from './spec/faults.ts';
import type { Spec } from './spec/model.ts';
import { emptySpec, readSpec, rootAt, type Source } from './spec/read.ts';
import { rootSchema } from './spec/schema.ts';
import { isUntold, withUntold } from './spec/untold.ts';
import { readSuppressions, type Suppressed, type Suppression, silencer, suppress } from './suppression/suppressions.ts';
import { MOST_TOLD, Tally, unique } from './tally.ts';
import { attempt, type Failure } from './text/failure.ts';
import { LineTable } from './text/lines.ts';
import type { Path } from './yaml/tree.ts';

/** What a shell tells the engine. The engine knows no clock: `today` is said to it. */
export interface Options {
  /** The day to judge by where the spec has no `asOf`, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The day to judge by whatever the spec says: for those who ask what another day would bring. */
  readonly judgedAs?: string;
  readonly severities?: Severities;
  /** Who reads the findings; `regular` where it is not said. A rule given a severity runs for everybody. */
  readonly persona?: Persona;
  readonly catalog?: Catalog;
  readonly rules?: readonly Rule[];
  /** Suppression comments have no effect, and nothing is said about them. */
  readonly noIgnores?: boolean;
  /** Rules that no comment suppresses, and of which no problem is known. */
  readonly neverSuppress?: readonly RuleId[];
  /** Problems of one rule that are told, of those that nobody knows; `MOST_TOLD` where it is not said. */
  readonly most?: number;
  /** Whether a problem is known, and does not count. */
  isKnown?(problem: Problem, document: Document): boolean;
  /** The text is no spec but a PowerShell script, meant for a product; only what is ours in it is looked at. */
  readonly script?: { readonly product?: ProductId };
  /** The text is no spec but a project file. */
  readonly project?: true;
  /** Reads PowerShell by its grammar. Until it is loaded, commands are read without looking for what is wrong in them. */
  readonly readScript?: ReadScript;
  /** What the files of certificates beside the spec are, where a shell looked. */
  readonly certificateFiles?: CertificateFiles;
  /** No next version of the text will come, so nobody notes what the checks look at. */
  readonly once?: true;
  /** Sections and keys that the text does not say because its source did not show them. */
  readonly untold?: readonly Path[];
}

/** A document as far as a problem is known by where it stands. */
export type Document = Pick<Analysis, 'kind' | 'text' | 'root' | 'runbook'>;

/** All there is to know about a text. */
export interface Analysis extends Source {
  /** A spec, a script that stands alone, or a project file. */
  readonly kind: 'spec' | 'script' | 'project';
  readonly lines: LineTable;
  /** What was asked for. */
  readonly options: Options;
  readonly asOf: string;
  readonly runbook: readonly RunbookCommand[];
  readonly scripts: Scripts;
  readonly suppressions: readonly Suppression[];
  /** By place; those at one place in the order of the rules. */
  readonly problems: readonly Problem[];
  /** What is no problem by a suppression comment, each with its comment; by place. */
  readonly suppressed: readonly Suppressed<Problem>[];
  /** Rules that have found more than is told here. */
  readonly unfinished: ReadonlySet<RuleId>;
  /** Checks that could not be made: our mistakes, for the shell's log. */
  readonly failures: readonly Failure[];
  /** What the checks looked at: whoever judges the next version of the text hands them on. */
  readonly cleared: Cleared<Problem>;
}

/** What the version before tells: it only makes the analysis faster. */
export type Before = Pick<Analysis, 'blocks' | 'scripts' | 'cleared'>;

/**
 * The whole engine: text in, everything known about it out. Pure, and never throws for what a user can write. The analysis of
 * the version `before` only makes it faster.
 */
export function analyze(text: string, options: Options, known?: Before): Analysis {
  const { project, script, rules = allRules } = options;
  const failures: Failure[] = [];
  const source = attempt('yaml', failures, () => {
    if (script !== undefined) return emptySpec(text, script.product);
    if (project) return readProject(text);
    const read = readSpec(text, known);
    return options.untold ? withUntold(read, options.untold) : read;
  });
  // Of several files nobody notes what is looked at.
  const before = source?.parts ? undefined : known;
  // What was not read is not judged either.
  if (source === undefined)
    return judged(emptySpec(text, undefined), { ...options, rules: [] }, { failures, before, asked: options });
  if (project) {
    const ofProjects = rules.filter((rule) => rule.projects);
    return judged(source, { ...options, rules: ofProjects, severities: {} }, { failures, before, asked: options });
  }
  const { untold = [] } = options;
  const active = script === undefined ? rules : rules.filter((rule) => rule.scripts || rule.values);
  const answerable = active.filter(({ misses = [] }) => !misses.some((one) => isUntold(untold, one.split('.'))));
  return judged(source, { ...options, rules: answerable }, { failures, before, asked: options });
}

/** Everything that is wrong with a spec that was read, on a day. */
export function judge(source: Source, options: Options, before?: Pick<Before, 'scripts' | 'cleared'>): Analysis {
  return judged(source, options, { failures: [], before, asked: options });
}

interface Along {
  readonly failures: Failure[];
  readonly before?: Pick<Before, 'scripts' | 'cleared'> | undefined;
  readonly asked: Options;
}

function judged(source: Source, options: Options, { failures, before, asked }: Along): Analysis {
  const lines = new LineTable(source.text, before?.cleared.lines);
  const { catalog = facts, rules = allRules, severities = {}, persona = 'regular', neverSuppress } = options;
  const asOf = options.judgedAs ?? source.spec.asOf?.value ?? options.asOf;
  const runbook = runbookOf(source, options, { failures, before, asked });
  const written = options.noIgnores
    ? []
    : (attempt('suppression', failures, () =>
        readSuppressions(lines, (offset) => rootAt(source, offset), { asOf, neverSuppress }),
      ) ?? []);
  const { faults, root } = source;
  const isShellless = options.script === undefined && serverWithoutShell(source.spec, catalog) !== undefined;
  const beyondServer = isShellless ? runbook.commands.filter(needsShell) : [];
  const context: Context = {
    catalog,
    asOf,
    faults,
    schema: options.project ? projectSchema : rootSchema,
    root,
    lines,
    runbook: isShellless ? runbook.commands.filter((command) => !needsShell(command)) : runbook.commands,
    beyondServer,
    scriptFaults: runbook.faults,
    isScript: options.script !== undefined,
    suppressions: written,
    certificateFiles: options.certificateFiles,
  };

  const whole = withFiles(source.spec, options.certificateFiles);
  const active = rules.filter((rule) => isActive(rule, severities, persona));
  const kind = options.project ? 'project' : options.script === undefined ? 'spec' : 'script';
  const document: Document = { kind, text: source.text, root, runbook: runbook.commands };
  const isKnown = (problem: Problem) =>
    !neverSuppress?.includes(problem.rule) &&
    options.isKnown?.(problem, { ...document, root: rootAt(source, problem.at.start) }) === true;
  const silencedBy = silencer(written, lines);
  const { most = MOST_TOLD } = options;
  const tally = new Tally({ most, isSilent: (problem) => silencedBy(problem) !== undefined || isKnown(problem) });
  const problemOf = (rule: Rule) => (finding: Finding) => {
    const repairable = ofSpecOnly(finding, whole);
    return withSeverity(rule, isShellless ? withoutShell(repairable) : repairable, severities);
  };
  const problemsOf = (rule: Rule, spec: Spec, around: Context) => mapped(rule.check(spec, around), problemOf(rule));
  const find = (rule: Rule, problems: Iterable<Problem>, by: Tally): readonly Problem[] =>
    attempt(rule.id, failures, () => by.take(problems, levelOf(rule, severities))) ?? [];
  const isPlain = !isShellless && whole.spec === source.spec;
  const now = { spec: whole.spec, faults, lines, asOf, options: asked, isPlain };
  const checks = new Checks<Problem>(now, before?.cleared, failures);
  const seen = options.once ? { spec: whole.spec, context } : observedGround(whole.spec, context);
  const checked = (check: string, make: () => readonly Problem[]) => {
    const found = options.once ? make() : checks.found(check, make);
    if (options.once || !tally.isExceededBy(found)) return found;
    // What is told of so many depends on all of them, and on the comments.
    checks.forget(check);
    return make();
  };
  const ofSpec = active
    .filter(isOfSpec)
    .flatMap((rule) => checked(rule.id, () => find(rule, problemsOf(rule, seen.spec, seen.context), tally)));
  const ofCommands = checked('cmdlets', () =>
    commandsRead(seen, context, failures).flatMap((read) =>
      active
        .filter((rule) => rule.values)
        .flatMap((rule) => find(rule, read.translated(problemsOf(rule, read.described.spec, read.around)), tally)),
    ),
  );
  const found = [...unique([...ofSpec, ...withoutEchoes(ofCommands, ofSpec)])];
  // In what was not read there may be more for each rule.
  const unfinished = new Set(
    faults.some(isUnread) ? active.map(({ id }) => id) : found.flatMap(({ rule, isRest }) => (isRest ? rule : [])),
  );
  const { kept, suppressed, suppressions } = suppress(found, written, { silencedBy, unfinished });
  const ofComments = new Tally({ most, isSilent: isKnown });
  const aboutSuppressions = active
    .filter((rule) => !isOfSpec(rule))
    .flatMap((rule) => find(rule, problemsOf(rule, whole.spec, { ...context, suppressions }), ofComments));
  for (const { rule, isRest } of aboutSuppressions) if (isRest) unfinished.add(rule);
  const problems = [...kept, ...aboutSuppressions].toSorted(byPlace);
  return {
    ...source,
    kind,
    lines,
    options: asked,
    asOf,
    runbook: runbook.commands,
    scripts: runbook.scripts,
    suppressions,
    problems,
    suppressed: suppressed.toSorted((a, b) => byPlace(a.problem, b.problem)),
    unfinished,
    failures,
    cleared: checks.cleared,
  };
}

interface CommandsRead {
  readonly described: Described;
  readonly around: Context;
  /** Findings on what commands set that no other rule tells, with repairs of the commands. */
  translated(problems: Iterable<Problem>): Iterable<Problem>;
}

/** What commands set, for the rules that judge values wherever they stand. */
function commandsRead(
  { spec, context: { runbook } }: Observed,
  context: Context,
  failures: Failure[],
): readonly CommandsRead[] {
  const document = { spec, lines: context.lines };
  return (attempt('cmdlets', failures, () => describedBy(runbook, document)) ?? []).map((described) => ({
    described,
    around: { ...context, root: described.root, faults: described.faults, runbook: [], scriptFaults: [], beside: spec },
    translated: (problems) =>
      mapped(problems, ({ fixes, ...problem }) => {
        if (described.isTold(problem.at)) return undefined;
        const onThem = fixes?.flatMap((fix) => onCommands(fix, { described, document, runbook }) ?? []);
        return { ...problem, ...(onThem && { fixes: onThem }) };
      }),
  }));
}

/**
 * Something made of each, but for those of which nothing is. A generator that stands within another function is kept with all that one
 * knows until the next full collection, and there is one for each version of a text.
 */
function* mapped<T, M>(all: Iterable<T>, make: (one: T) => M | undefined): Iterable<M> {
  for (const one of all) {
    const made = make(one);
    if (made !== undefined) yield made;
  }
}

function isActive(rule: Rule, severities: Severities, persona: Persona): boolean {
  const chosen = severities[rule.id];
  if (chosen !== undefined) return chosen !== 'off';
  if (rule.draft) return false;
  return personas.indexOf(rule.persona ?? 'regular') <= personas.indexOf(persona);
}

/** Rules about suppressions run last, when it is known which of these were needed. */
function isOfSpec(rule: Rule): boolean {
  return rule.about !== 'suppressions';
}

/** The commands of a document; where the grammar fails, as they are read without it. */
function runbookOf({ text, spec }: Source, { script, readScript }: Options, { failures, before }: Along): Runbook {
  const read = (by: ReadScript | undefined, known?: Scripts) =>
    attempt('cmdlets', failures, () =>
      script === undefined ? readRunbook(spec.cmdlets, by, known) : readAlone(text, by),
    );
  return read(readScript, before?.scripts) ?? read(undefined) ?? { commands: [], faults: [], scripts: new Map() };
}
