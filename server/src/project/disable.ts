import type { RuleId } from '../rules/ids.generated.ts';
import { isEmpty } from '../spec/faults.ts';
import { keysOf } from '../spec/schema.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineBreak } from '../text/lines.ts';
import { set } from '../yaml/edit.ts';
import { nodeAt } from '../yaml/node-at.ts';
import { parseYaml } from '../yaml/parse.ts';
import { rewrite } from '../yaml/rewrite.ts';
import { projectOf } from './project.ts';
import { projectSchema } from './schema.ts';

/**
 * The edits that switch a rule off in a project file, whose comments stay; a new file has the text ''. None where it is off
 * already; undefined where the file is such that only a person can tell what is meant.
 */
export function disableInProject(text: string, rule: RuleId): readonly TextEdit[] | undefined {
  const { root, faults } = parseYaml(text);
  if (isEmpty(faults)) return [appended(text, `rules:\n  ${rule}: off\n`)];
  if (root === undefined || faults.length > 0) return undefined;
  const { overrides, neverSuppress } = projectOf(root);
  if (neverSuppress.includes(rule) || overrides.some((one) => one.rules[rule] !== undefined)) return undefined;
  const rules = nodeAt(root, ['rules']);
  const isFree = rules === undefined || (rules.kind === 'scalar' && rules.value === null);
  if (!isFree && (rules.kind !== 'mapping' || rules.alias)) return undefined;
  const level = nodeAt(rules, [rule]);
  if (level !== undefined && (level.kind !== 'scalar' || level.alias)) return undefined;
  if (level?.value === 'off') return [];
  return rewrite({ text, root }, [set(['rules', rule], 'off')], (path) => (path.length === 0 ? KEYS : []));
}

const KEYS = keysOf(projectSchema);

function appended(text: string, lines: string): TextEdit {
  const end = text.length;
  const eol = lineBreak(text);
  const isOpen = text.trim() !== '' && !text.endsWith('\n');
  return { at: { start: end, end }, insert: (isOpen ? eol : '') + lines.replaceAll('\n', eol) };
}
