import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, matchesGlob } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

const text = readFileSync('Containerfile', 'utf8');

/** What the recipe of the image says, an instruction with its words at a time. */
export const recipe: readonly (readonly [string, string])[] = DockerfileParser.parse(text)
  .getInstructions()
  .map((one) => [one.getKeyword(), one.getRawArgumentsContent() ?? '']);

/** What the linter of Docker has against it. */
export const faults = validate(text).map(({ message }) => message);

/** Follows the recipe in an empty folder, which stands for what the image of Node brings; tells how the program starts there. */
export function followed(root: string, beside: readonly string[]): readonly string[] {
  const start: string[] = [];
  mkdirSync(join(root, 'usr/local/bin'), { recursive: true });
  const steps: Readonly<Record<string, (said: string) => unknown>> = {
    ADD(said) {
      const [pattern = '', folder = ''] = said.split(' ');
      mkdirSync(join(root, folder), { recursive: true });
      for (const file of beside.filter((path) => matchesGlob(basename(path), pattern)))
        execFileSync('tar', ['-xf', file, '-C', join(root, folder)]);
    },
    RUN: (said) => execFileSync('sh', ['-ec', said.replaceAll(' /', ` ${root}/`)]),
    ENTRYPOINT: (said) => start.push(...JSON.parse(said)),
    CMD: (said) => start.push(...JSON.parse(said)),
  };
  for (const [keyword, said] of recipe) steps[keyword]?.(said);
  return start;
}
