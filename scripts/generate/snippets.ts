import { snippetOf } from '../../server/src/features/template-snippet.ts';
import { templates } from '../../server/src/templates/templates.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import type { Generator } from './generator.ts';

const PATH = 'snippets/lync-federation.json';

/** The templates as snippets of VS Code, the usual one by the shortest prefix. All smaller ones the server offers, in their place. */
export const snippets: Generator = async () => {
  const made = templates.map((template, i) => [
    `Federation spec: ${inEnglish(template.title)}`,
    {
      prefix: i === 0 ? 'spec' : `spec-${template.name}`,
      description: inEnglish(template.summary),
      body: snippetOf(template).trimEnd().split('\n'),
    },
  ]);
  return [[PATH, `${JSON.stringify(Object.fromEntries(made), undefined, 2)}\n`]];
};
