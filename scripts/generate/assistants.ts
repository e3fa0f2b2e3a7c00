import { TOOL_PREFIX } from '../../protocol/methods.ts';
import { schemaOf } from '../../server/src/assist/parameter.ts';
import { tools } from '../../server/src/assist/tools.ts';
import { type Bundle, inEnglish, textOf } from '../../server/src/text/message.ts';
import type { Generator } from './generator.ts';
import { cell, replacePart, textOfFile } from './markdown.ts';

/** What assistants in VS Code can ask, as the manifest declares it. A model reads English. */
export function languageModelTools(): readonly object[] {
  return tools.map(({ name, about, takes }) => ({
    name: `${TOOL_PREFIX}${name}`,
    toolReferenceName: `lync-${name}`,
    canBeReferencedInPrompt: true,
    tags: ['lync-federation'],
    displayName: `%${TOOL}${name}%`,
    userDescription: `%${TOOL}${name}.about%`,
    modelDescription: inEnglish(about),
    inputSchema: schemaOf(takes, inEnglish),
  }));
}

/** The words for people, by their keys. */
export function toolTexts(bundle: Bundle): readonly (readonly [string, string])[] {
  return tools.flatMap(({ name, title, about }) => [
    [`${TOOL}${name}`, textOf(title, bundle)] as const,
    [`${TOOL}${name}.about`, textOf(about, bundle)] as const,
  ]);
}

export const TOOL = 'tool.';

/** The tools on the page for assistants. */
export const assistantDocs: Generator = async () => {
  const page = await textOfFile('docs/agents.md');
  if (page === undefined) return [];
  const rows = tools.map(({ name, about, takes }) => {
    const words = Object.entries(takes).map(([word, { isNeeded }]) => `\`${word}\`${isNeeded ? '' : '?'}`);
    return `| \`${name}\` | ${words.join(', ')} | ${cell(inEnglish(about))} |`;
  });
  const table = ['| tool | takes | what it answers |', '| --- | --- | --- |', ...rows].join('\n');
  return [['docs/agents.md', replacePart(page, 'tools', table)]];
};
