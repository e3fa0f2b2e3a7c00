import { cmdlet as reference } from './catalog/cmdlets.ts';
import { refusal } from './cmdlets/command.ts';
import type { Completed } from './deployment/certificate-files.ts';
import { needsShell } from './deployment/shellless.ts';
import type { Fix } from './edits/fix.ts';
import type { RuleId } from './rules/ids.generated.ts';
import type { Finding, Rule, Severity } from './rules/rule.ts';
import { HiddenField } from './text/hidden-field.ts';
import { sense } from './text/message.ts';

/** Severities that differ from the rules' own. */
export type Severities = Readonly<Partial<Record<RuleId, Severity | 'off'>>>;

/** A finding of a known rule, with its final severity. */
export interface Problem extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** It stands for the first of those that are not told, as there are too many. */
  readonly isRest?: true;
}

/** A finding as a problem: with the level that somebody wants, and the repairs that can be said. */
export function withSeverity(rule: Rule, finding: Finding, severities: Severities): Problem {
  const { fixes, ...found } = finding;
  const severity = levelOf({ id: rule.id, severity: finding.severity ?? rule.severity }, severities);
  return { ...found, ...(fixes && { fixes: fixes.filter(isSayable) }), rule: rule.id, severity };
}

/** How severe it is what a rule finds: as somebody wants it, else as the rule says. */
export function levelOf({ id, severity }: Pick<Rule, 'id' | 'severity'>, severities: Severities): Severity {
  const chosen = severities[id];
  return chosen === undefined || chosen === 'off' ? severity : chosen;
}

/** The fixes without commands that the server cannot run; one that is nothing but these goes. */
export function withoutShell(finding: Finding): Finding {
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
export function ofSpecOnly(finding: Finding, { isOfFile }: Completed): Finding {
  if (finding.fixes === undefined) return finding;
  const fixes = finding.fixes.filter(({ edits }) => !edits.some((edit) => 'path' in edit && isOfFile(edit.path)));
  return { ...finding, fixes };
}

/** Whether the commands of a fix can be said safely; a fix that would say something else is not offered. */
function isSayable({ edits }: Fix): boolean {
  return edits.every((edit) => edit.edit !== 'run' || refusal(edit.command) === undefined);
}

/** What is wrong with commands, but for what is told of the spec with a repair that changes the commands as well. */
export function withoutEchoes(ofCommands: readonly Problem[], ofSpec: readonly Problem[]): readonly Problem[] {
  const runs = ({ fixes = [] }: Problem) => fixes.some(({ edits }) => edits.some(({ edit }) => edit === 'run'));
  const told = new Set(ofSpec.filter(runs).map(claimOf));
  return ofCommands.filter((problem) => !told.has(claimOf(problem)));
}

/** What a problem says, wherever it stands. Who repairs asks for it again and again. */
export function claimOf(problem: Problem): string {
  const known = claims.get(problem);
  if (known !== undefined) return known;
  const claim = `${problem.rule} ${sense(problem.message)}`;
  claims.set(problem, claim);
  return claim;
}

const claims = new HiddenField<Problem, string>();

/** By place; what stands at one place stays in its order. */
export function byPlace(a: Problem, b: Problem): number {
  return a.at.start - b.at.start;
}
