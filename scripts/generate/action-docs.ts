import { parse } from 'yaml';
import type { Generator } from './generator.ts';
import { cell, replacePart, textOfFile } from './markdown.ts';

/** The inputs of the GitHub Action, in the page on continuous integration. */
export const actionDocs: Generator = async () => {
  const page = await textOfFile('docs/ci.md');
  const action = await textOfFile('action.yml');
  if (page === undefined || action === undefined) return [];
  const { inputs }: { inputs: Readonly<Record<string, Input>> } = parse(action);
  const rows = Object.entries(inputs).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${cell(description)} |`,
  );
  const table = ['| input | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
  return [['docs/ci.md', replacePart(page, 'action-inputs', table)]];
};

interface Input {
  readonly description: string;
  readonly default: string;
}
