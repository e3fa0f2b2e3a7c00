import type { Suppression } from '../../suppression/suppressions.ts';
import { code, say } from '../../text/message.ts';
import { placeholdersIn } from '../../text/placeholder.ts';
import type { Range } from '../../text/range.ts';
import { counted, type Node, type Path, type Scalar } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  summary: say`A placeholder that a repair or a manual left, and that nobody has replaced.`,
  severity: 'error',
  facts: [],
  projects: true,

  *check(_, { root, lines: { text }, suppressions }) {
    if (placeholdersIn(text).length === 0) return;
    for (const { node, path } of scalars(root)) {
      for (const { at, words } of placeholdersOf(node, path)) {
        const message =
          path[0] === 'cmdlets'
            ? say`${code(words)} still stands for a value nobody entered. Replace it before the command is run.`
            : say`${code(words)} still stands for a value nobody entered. Replace it before the spec is relied on.`;
        yield { at, message };
      }
    }
    for (const { at, words } of inComments(suppressions, text)) {
      const message = say`${code(words)} still stands for a reason nobody wrote. Say in its place why the suppression is right.`;
      yield { at, message };
    }
  },
};

interface Left {
  readonly at: Range;
  /** The placeholder with its brackets. */
  readonly words: string;
}

/** Keys whose text is for people, who may write about brackets. */
const PROSE: readonly string[] = ['notes', 'comment', 'description'];

function placeholdersOf({ value, at, verbatimAt }: Scalar, path: Path): readonly Left[] {
  if (typeof value !== 'string') return [];
  const searched = path[0] === 'cmdlets' ? value.replace(/(^|\s)#.*$/, '') : value;
  const found = placeholdersIn(searched).map((range) => ({ range, words: value.slice(range.start, range.end) }));
  if (PROSE.includes(String(path.at(-1))) && found[0]?.words !== value) return [];
  return found.map(({ range, words }) => ({ at: verbatimAt === undefined ? at : moved(range, verbatimAt), words }));
}

/** The comments that suppress, each once: one may name several rules. */
function inComments(suppressions: readonly Suppression[], text: string): readonly Left[] {
  const comments = new Map(suppressions.map(({ comment }) => [comment.start, comment.end]));
  return [...comments].flatMap(([start, end]) =>
    placeholdersIn(text.slice(start, end)).map((range) => {
      const at = moved(range, start);
      return { at, words: text.slice(at.start, at.end) };
    }),
  );
}

function moved({ start, end }: Range, by: number): Range {
  return { start: by + start, end: by + end };
}

/** The values of a document; what an alias repeats is written elsewhere. */
function* scalars(node: Node | undefined, path: Path = []): Iterable<{ node: Scalar; path: Path }> {
  if (node === undefined || node.alias) return;
  if (node.kind === 'scalar') yield { node, path };
  else if (node.kind === 'sequence') for (const [i, item] of node.items.entries()) yield* scalars(item, [...path, i]);
  else for (const { key, value } of counted(node)) yield* scalars(value, [...path, key.value]);
}
