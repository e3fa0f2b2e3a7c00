import { glob } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import type { Generator } from './generator.ts';

/** The list of all rules, found by folder: a rule is registered by being there. */
export const ruleIndex: Generator = async () => {
  const files: string[] = [];
  for await (const file of glob('server/src/rules/*/*.ts')) files.push(file.replaceAll('\\', '/'));
  const rules = files.toSorted().map((file) => {
    const id = basename(file, '.ts');
    return {
      id,
      name: id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      path: `./${relative('server/src/rules', file)}`,
    };
  });
  const banner = '// Generated from the folders of rules by `npm run generate`.\n';
  const ids = rules.map(({ id }) => id).toSorted();
  return [
    [
      'server/src/rules/index.generated.ts',
      [
        banner,
        ...rules.map(({ name, path }) => `import { ${name} } from '${path}';\n`),
        "import type { Rule } from './rule.ts';\n\n",
        '/** All rules, family by family. */\nexport const rules: readonly Rule[] = [\n',
        ...rules.map(({ name }) => `  ${name},\n`),
        '];\n',
      ].join(''),
    ],
    [
      'server/src/rules/ids.generated.ts',
      [
        banner,
        '/** The id of every rule, by name. */\nexport const ruleIds = [\n',
        ...ids.map((id) => `  '${id}',\n`),
        '] as const;\n\nexport type RuleId = (typeof ruleIds)[number];\n',
      ].join(''),
    ],
  ];
};
