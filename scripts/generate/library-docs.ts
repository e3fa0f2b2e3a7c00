import { declarationOf, TYPED } from '../declarations.ts';
import type { Generator } from './generator.ts';
import { replacePart, textOfFile } from './markdown.ts';

/** What the library promises, word by word, in its page: who changes it sees what that means for those who use it. */
export const libraryDocs: Generator = async () => {
  const page = await textOfFile('docs/library.md');
  if (page === undefined) return [];
  const types = (await Promise.all(TYPED.map(declarationOf))).join('\n');
  const shown = types.replace(/^.*'\.\/types\.ts';\n/gm, '').trim();
  return [['docs/library.md', replacePart(page, 'types', `\`\`\`ts\n${shown}\n\`\`\``)]];
};
