import { runInNewContext } from 'node:vm';
import { type BuildOptions, build } from 'esbuild';
import { expect, test } from 'vitest';
import { languageServer } from '../../scripts/command-line.ts';
import { oneCopyOf } from '../../scripts/one-copy.ts';

test('files that import one library share a copy of its names, and mean what they meant', async () => {
  const options: BuildOptions = {
    bundle: true,
    format: 'iife',
    globalName: 'sum',
    stdin: { contents: "export { one } from 'first'; export { two } from 'second';", resolveDir: '.' },
  };
  const apart = await bundle({ ...options, plugins: [files] });
  const shared = await bundle({ ...options, plugins: [oneCopyOf('library'), files] });
  expect(copies(apart)).toBe(2);
  expect(copies(shared)).toBe(1);
  for (const text of [apart, shared]) expect(runInNewContext(`${text}; [sum.one, sum.two]`)).toEqual([1, 'b']);
});

test('the language server has one copy of the names of the protocol', async () => {
  const text = await bundle(languageServer);
  const counted = new Map<string, number>();
  for (const name of text.match(COPY) ?? []) counted.set(name, (counted.get(name) ?? 0) + 1);
  // The others are small: `yaml` has forty names, and some files of ours import it.
  expect([...counted].filter(([, times]) => times > 9)).toEqual([]);
  expect(counted.size).toBeGreaterThan(3);
});

const COPY = /__toESM\(require_\w+\(/g;

function copies(text: string): number {
  return text.match(COPY)?.length ?? 0;
}

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({ ...options, write: false, outdir: 'out', logLevel: 'error' });
  return outputFiles.map(({ text }) => text).join('\n');
}

/** Two files that import a library, and the library. */
const files: NonNullable<BuildOptions['plugins']>[number] = {
  name: 'files',
  setup({ onResolve, onLoad }) {
    const texts = new Map([
      ['first', "import { a } from 'library'; export const one = a;"],
      ['second', "import { b } from 'library'; export const two = b;"],
      ['library', "exports.a = 1; exports.b = 'b';"],
    ]);
    onResolve({ filter: /^(?:first|second|library)$/ }, ({ path }) => ({ path, namespace: 'files' }));
    onLoad({ filter: /^/, namespace: 'files' }, ({ path }) => ({ contents: texts.get(path) ?? '' }));
  },
};
