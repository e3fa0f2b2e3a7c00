import type { Analysis } from '../analyze.ts';
import { quote } from '../cmdlets/command.ts';
import { resolveQuickly } from '../cmdlets/runbook.ts';
import type { WordForm } from '../cmdlets/tokens.ts';
import { each, type Leaf } from '../spec/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lastCharacter } from '../yaml/layout.ts';
import { nodeAt } from '../yaml/node-at.ts';
import type { Scalar } from '../yaml/tree.ts';
import { blockText, scalarText } from '../yaml/write.ts';
import { bareName, inCommand, isInPlace, type Mention, type ObjectName } from './runbook/objects.ts';

/** The edits that give an object another name at all places of a document that name it, each in quotes that hold it. */
export function renamed(
  analysis: Analysis,
  {
    object,
    mentions,
    name,
  }: { readonly object: ObjectName; readonly mentions: readonly Mention[]; readonly name: string },
): readonly TextEdit[] {
  const commands = mentions.filter(({ role }) => role === 'command');
  if (analysis.kind === 'script') return commands.flatMap((mention) => renamedArgument(mention, name));
  const inSpec = mentions.flatMap((mention) => renamedLeaf(analysis, mention, name));
  const items = new Map(each(analysis.spec.cmdlets).map((line) => [line.path.at(-1), line]));
  const touched = new Set(commands.flatMap(({ command }) => (command ? (items.get(command.item) ?? []) : [])));
  return [...inSpec, ...[...touched].flatMap((line) => renamedLine({ analysis, line, object, name }))];
}

/** Each place keeps the scope that it has. */
function withScope(before: string, name: string): string {
  const scope = /^tag:/i.exec(before)?.[0] ?? '';
  return name.includes(':') ? name : scope + name;
}

function renamedLeaf({ root, text }: Analysis, { leaf, at, name: before }: Mention, name: string): readonly TextEdit[] {
  const node = leaf && nodeAt(root, leaf.path);
  if (leaf === undefined || node?.kind !== 'scalar' || node.alias) return [];
  const after = withScope(before, name);
  const value = leaf.value.slice(0, leaf.value.length - before.length) + after;
  if (value !== after && fits(after, node.style, value)) return [{ at, insert: after }];
  return [rewritten(text, node, value)];
}

function renamedArgument({ command, at, name: before }: Mention, name: string): readonly TextEdit[] {
  const form = command?.parameters.find(({ valueAt }) => valueAt?.start === at.start)?.forms[0];
  return [{ at, insert: argumentText(withScope(before, name), form) }];
}

/** A name as an argument, in the quotes that were there where these can hold it. */
function argumentText(name: string, form: WordForm | undefined): string {
  const isPlain = quote(bareName(name)) === bareName(name);
  if (isPlain && form === 'bare') return name;
  if (form === 'double' && !/["$`\u201c-\u201f]/.test(name)) return `"${name}"`;
  return isPlain ? `'${name}'` : quote(name);
}

interface Line {
  readonly analysis: Analysis;
  readonly line: Leaf<string>;
  readonly object: ObjectName;
  readonly name: string;
}

/** A line of the runbook with another name in it: few letters where YAML lets them stand so, else the whole line. */
function renamedLine({ analysis, line, object, name }: Line): readonly TextEdit[] {
  const { root, text } = analysis;
  const node = nodeAt(root, line.path);
  if (node?.kind !== 'scalar' || node.alias) return [];
  const commands = resolveQuickly(line.value).map((command) => ({ ...command, item: 0 }));
  const mentions = commands.filter((command) => isInPlace(line.value, command)).flatMap(inCommand);
  const edits = mentions
    .filter(({ noun, key }) => noun === object.noun && key === object.key)
    .flatMap((mention) => renamedArgument(mention, name));
  const start = line.verbatimAt;
  const after = applyEdits(line.value, edits);
  if (start !== undefined && edits.every(({ insert }) => fits(insert, node.style, after)))
    return edits.map(({ at, insert }) => ({ at: { start: start + at.start, end: start + at.end }, insert }));
  return node.style === 'block'
    ? (inBlock(text, node, line.value, after) ?? [rewritten(text, node, after)])
    : [rewritten(text, node, after)];
}

/** Whether a piece can stand in a line as it is, with the quotes that the line has. */
function fits(insert: string, style: Scalar['style'], line: string): boolean {
  if (style === 'single') return !insert.includes("'");
  if (style === 'double') return !/["\\]/.test(insert);
  return blockText(line, 0, { indent: 2, indentLists: true, lineBreak: '\n' }) === line && !/[[\]{},]/.test(insert);
}

function rewritten(text: string, { at, style }: Scalar, value: string): TextEdit {
  const end = style === 'block' ? lastCharacter(text, at.end, at.start) : at.end;
  return { at: { start: at.start, end }, insert: scalarText(value, style, text.slice(at.start, end)) };
}

/** The lines of a block text that change, where it stands line by line as it is meant. */
function inBlock(text: string, { at }: Scalar, before: string, after: string): readonly TextEdit[] | undefined {
  const lines = after.split('\n');
  const edits: TextEdit[] = [];
  let start = text.indexOf('\n', at.start) + 1;
  for (const [i, line] of before.split('\n').entries()) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    const shown = text.slice(start, end).replace(/\r$/, '');
    const to = lines[i];
    if (to === undefined) return undefined;
    if (to !== line) {
      if (!shown.endsWith(line)) return undefined;
      edits.push({ at: { start: start + shown.length - line.length, end: start + shown.length }, insert: to });
    }
    start = end + 1;
  }
  return edits;
}
