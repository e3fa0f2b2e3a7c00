import type { Analysis } from '../../server/src/analyze.ts';
import { partyAt, reliedOnBy, reliesOn } from '../../server/src/features/call-hierarchy.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import type { Env } from '../../server/src/features/env.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { lenses } from '../../server/src/features/lenses.ts';
import { links } from '../../server/src/features/links.ts';
import { planPreview } from '../../server/src/features/plan-preview.ts';
import { reviewAll } from '../../server/src/features/review-all.ts';
import { signatureHelp } from '../../server/src/features/signature.ts';
import { type SpecSymbol, symbols } from '../../server/src/features/symbols.ts';
import { NameSearch } from '../../server/src/features/workspace-symbols.ts';
import { markdownOf, unmarked } from '../../server/src/text/markdown.ts';
import { type Message, textOf } from '../../server/src/text/message.ts';
import type { Node } from '../../server/src/yaml/tree.ts';

/** All that editors show of a document, as Markdown and as text. */
export function shown(
  analysis: Analysis,
  env: Env,
): { readonly markdown: readonly string[]; readonly plain: readonly string[] } {
  const inWords = (message: Message) => textOf(message, env.bundle);
  const places = [...placesOf(analysis.root), ...analysis.runbook.flatMap(({ whole }) => [whole.start, whole.end - 1])];
  const hints = inlayHints(analysis, { start: 0, end: analysis.text.length });
  // They take longest, and are alike in many places.
  const some = places.filter((_, i) => i % 7 === analysis.text.length % 7);
  const completions = some.flatMap((place) => completion(analysis, place, env));
  const help = places.flatMap((place) => signatureHelp(analysis, place, env) ?? []);
  const parties = places.flatMap((place) => partyAt(analysis, place) ?? []);
  const tied = parties.flatMap(({ path }) => [...reliesOn(analysis, path), ...reliedOnBy(analysis, path)]);
  const actions = analysis.problems.slice(0, 2).flatMap(({ at }) => codeActions(analysis, at, env));
  const search = new NameSearch('');
  search.add({ path: 'a.lync.yaml', analysis });
  const markdown = [
    ...places.flatMap((place) => hover(analysis, place, env)?.markdown ?? []),
    ...completions.flatMap(({ docs }) => docs ?? []),
    ...hints.map(({ tooltip }) => markdownOf(tooltip, env.bundle)),
    ...help
      .flatMap(({ signatures }) => signatures)
      .flatMap(({ docs, parameters }) => [docs, ...parameters.map((one) => one.docs)].flatMap((one) => one ?? [])),
  ];
  return {
    markdown,
    plain: [
      ...markdown.map((text) => unmarked(text)),
      ...analysis.problems.flatMap(({ message, note, related = [], fixes = [] }) =>
        [
          message,
          ...(note ? [note] : []),
          ...related.map((other) => other.message),
          ...fixes.map(({ title }) => title),
        ].map(inWords),
      ),
      ...actions.map(({ title }) => title),
      ...reviewAll(analysis, env).flatMap(({ title, about }) => [title, about]),
      ...completions.flatMap(({ detail }) => detail ?? []),
      ...hints.map(({ label }) => inWords(label)),
      ...lenses(analysis).flatMap(({ tells }) => ('title' in tells ? inWords(tells.title) : [])),
      ...links(analysis).flatMap(({ tooltip }) => (tooltip ? inWords(tooltip) : [])),
      ...symbols(analysis).flatMap(names),
      ...search.found.map(({ name }) => name),
      ...[...parties, ...tied.map(({ party }) => party)].flatMap(({ name, detail }) => [name, inWords(detail)]),
      ...planPreview(analysis, { name: 'a.lync.yaml', bundle: env.bundle }).map(({ text }) => text),
    ],
  };
}

function placesOf(node: Node | undefined): readonly number[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node.at.start, node.at.end];
  if (node.kind === 'sequence') return node.items.flatMap(placesOf);
  return node.entries.flatMap(({ key, value }) => [key.at.start, ...placesOf(value)]);
}

function names({ name, detail = '', children }: SpecSymbol): readonly string[] {
  return [name, detail, ...children.flatMap(names)];
}
