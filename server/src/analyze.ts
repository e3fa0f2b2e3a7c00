import { type Catalog, catalog as facts, type ProductId } from './catalog/catalog.generated.ts';
import { cmdlet as reference } from './catalog/cmdlets.ts';
import { refusal } from './cmdlets/command.ts';
import { type Described, describedBy } from './cmdlets/described.ts';
import { type Runbook, type RunbookCommand, readAlone, readRunbook, type Scripts } from './cmdlets/runbook.ts';
import type { ReadScript } from './cmdlets/script.ts';
import { type CertificateFiles, type Completed, withFiles } from './deployment/certificate-files.ts';
import { needsShell, serverWithoutShell } from './deployment/shellless.ts';
import type { Fix } from './edits/fix.ts';
import { onCommands } from './edits/on-commands.ts';
import { type Observed, observedGround } from './observed-ground.ts';
import { readProject } from './project/read.ts';
import { projectSchema } from './project/schema.ts';
import { Checks, type Cleared } from './reuse.ts';
import type { RuleId } from './rules/ids.generated.ts';
import { rules as allRules } from './rules/index.generated.ts';
import { type Context, type Finding, type Persona, personas, type Rule, type Severity } from './rules/rule.ts';
import type { Spec } from './spec/model.ts';
import { emptySpec, readSpec, type Source } from './spec/read.ts';
import { rootSchema } from './spec/schema.ts';
import { isUntold, withUntold } from './spec/untold.ts';
import { readSuppressions, type Suppressed, type Suppression, suppress } from './suppression/suppressions.ts';
import { attempt, type Failure } from './text/failure.ts';
import { LineTable } from './text/lines.ts';
import { textOf } from './text/message.ts';
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

/** Severities that differ from the rules' own. */
export type Severities = Readonly<Partial<Record<RuleId, Severity | 'off'>>>;

/** A finding of a known rule, with its final severity. */
export interface Problem extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}

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
export function analyze(text: string, options: Options, before?: Before): Analysis {
  const { project, script, rules = allRules } = options;
  const failures: Failure[] = [];
  const source = attempt('yaml', failures, () => {
    if (script !== undefined) return emptySpec(text, script.product);
    if (project) return readProject(text);
    const read = readSpec(text, before);
    return options.untold ? withUntold(read, options.untold) : read;
  });
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
  const { catalog = facts, rules = allRules, severities = {}, persona = 'regular' } = options;
  const asOf = options.judgedAs ?? source.spec.asOf?.value ?? options.asOf;
  const runbook = runbookOf(source, options, { failures, before, asked });
  const written = options.noIgnores
    ? []
    : (attempt('suppression', failures, () => readSuppressions(lines, source.root, asOf)) ?? []);
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
  const find = (rule: Rule, spec: Spec, seen: Context) =>
    attempt(rule.id, failures, () =>
      [...rule.check(spec, seen)].map((finding) => {
        const repairable = ofSpecOnly(finding, whole);
        return withSeverity(rule, isShellless ? withoutShell(repairable) : repairable, severities);
      }),
    ) ?? [];
  const isPlain = !isShellless && whole.spec === source.spec;
  const now = { spec: whole.spec, faults, lines, asOf, options: asked, isPlain };
  const checks = new Checks<Problem>(now, before?.cleared, failures);
  const seen = options.once ? { spec: whole.spec, context } : observedGround(whole.spec, context);
  const checked = (check: string, make: () => readonly Problem[]) =>
    options.once ? make() : checks.found(check, make);
  const ofSpec = active.filter(isOfSpec).flatMap((rule) => checked(rule.id, () => find(rule, seen.spec, seen.context)));
  const ofCommands = checked('cmdlets', () =>
    commandsRead(seen, context, failures).flatMap(({ described, around, translated }) =>
      active
        .filter((rule) => rule.values)
        .flatMap((rule) => find(rule, described.spec, around))
        .filter(({ at }) => !described.isTold(at))
        .map(translated),
    ),
  );
  const found = unique([...ofSpec, ...withoutEchoes(ofCommands, ofSpec)]);
  const { kept, suppressed, suppressions } = suppress(found, written, lines);
  const aboutSuppressions = active
    .filter((rule) => !isOfSpec(rule))
    .flatMap((rule) => find(rule, whole.spec, { ...context, suppressions }));
  const problems = [...kept, ...aboutSuppressions].toSorted(byPlace);
  return {
    ...source,
    kind: options.project ? 'project' : options.script === undefined ? 'spec' : 'script',
    lines,
    options: asked,
    asOf,
    runbook: runbook.commands,
    scripts: runbook.scripts,
    suppressions,
    problems,
    suppressed: suppressed.toSorted((a, b) => byPlace(a.problem, b.problem)),
    failures,
    cleared: checks.cleared,
  };
}

interface CommandsRead {
  readonly described: Described;
  readonly around: Context;
  /** A finding on what commands set, with repairs of the commands. */
  translated(problem: Problem): Problem;
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
    translated: ({ fixes, ...problem }) => ({
      ...problem,
      ...(fixes && { fixes: fixes.flatMap((fix) => onCommands(fix, { described, document, runbook }) ?? []) }),
    }),
  }));
}

function byPlace(a: Problem, b: Problem): number {
  return a.at.start - b.at.start;
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

function withSeverity(rule: Rule, finding: Finding, severities: Severities): Problem {
  const chosen = severities[rule.id];
  const severity = chosen === undefined || chosen === 'off' ? (finding.severity ?? rule.severity) : chosen;
  const { fixes, ...found } = finding;
  return { ...found, ...(fixes && { fixes: fixes.filter(isSayable) }), rule: rule.id, severity };
}

/** The fixes without commands that the server cannot run; one that is nothing but these goes. */
function withoutShell(finding: Finding): Finding {
  const fixes = finding.fixes?.flatMap((fix) => {
    const edits = fix.edits.filter(
      (edit) =>
        edit.edit !== 'run' || !needsShell({ cmdlet: edit.command.cmdlet, known: reference(edit.command.cmdlet) }),
    );
    return edits.length > 0 ? [{ ...fix, edits }] : [];
  });
  return { ...finding, ...(fixes && { fixes }) };
}

/** The fixes that change the spec, and not what a file says: that takes another file. */
function ofSpecOnly(finding: Finding, { isOfFile }: Completed): Finding {
  if (finding.fixes === undefined) return finding;
  const fixes = finding.fixes.filter(({ edits }) => !edits.some((edit) => 'path' in edit && isOfFile(edit.path)));
  return { ...finding, fixes };
}

/** Whether the commands of a fix can be said safely; a fix that would say something else is not offered. */
function isSayable({ edits }: Fix): boolean {
  return edits.every((edit) => edit.edit !== 'run' || refusal(edit.command) === undefined);
}

/** What is wrong with commands, but for what is told of the spec with a repair that changes the commands as well. */
function withoutEchoes(ofCommands: readonly Problem[], ofSpec: readonly Problem[]): readonly Problem[] {
  const runs = ({ fixes = [] }: Problem) => fixes.some(({ edits }) => edits.some(({ edit }) => edit === 'run'));
  const told = new Set(ofSpec.filter(runs).map(claimOf));
  return ofCommands.filter((problem) => !told.has(claimOf(problem)));
}

/** What a problem says, wherever it stands. */
export function claimOf({ rule, message }: Problem): string {
  return `${rule} ${textOf(message)}`;
}

/** An alias shows one text at several places: what is wrong with it is said once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ rule, at, message }) => {
    const key = `${rule} ${at.start} ${at.end} ${textOf(message)}`;
    return !seen.has(key) && seen.add(key);
  });
}
