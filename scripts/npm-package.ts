import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBundles } from './bundles.ts';
import { npmPrograms } from './command-line.ts';
import { declarationOf, TYPED } from './declarations.ts';

/**
 * Fills a folder with the package for npm: the command line, the language server and the library, minified. They bring all that they need
 * along, so the package depends on no other one.
 */
export async function writeNpmPackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const dist = join(folder, 'dist');
  await mkdir(dist, { recursive: true });
  await writeBundles(dist, { minify: true, sourcemap: false }, [npmPrograms]);
  // npm sees to that where it installs; who only unpacks needs it.
  await chmod(join(dist, 'cli.js'), 0o755);
  for (const name of TYPED) await writeFile(join(dist, `${name}.d.ts`), await declarationOf(name));
  for (const page of ['README.md', 'CHANGELOG.md', 'LICENSE']) await copyFile(page, join(folder, page));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await npmManifest(), null, 2)}\n`);
}

/** The manifest as npm has it: nothing of the editor, and nothing that runs at those who install it. */
async function npmManifest(): Promise<object> {
  const [manifest, { description }] = await Promise.all(['package.json', 'package.nls.json'].map(json));
  const { name, version, license, keywords, homepage, bugs, repository, type, bin, engines } = manifest;
  return {
    ...{ name, version, description, keywords, homepage, bugs, repository, license, type, bin },
    exports: {
      '.': { types: './dist/library.d.ts', default: './dist/library.js' },
      './package.json': './package.json',
    },
    files: ['dist', '!dist/package.json', '!dist/l10n/bundle.*'],
    engines: { node: engines.node },
  };
}

async function json(path: string) {
  return JSON.parse(await readFile(path, 'utf8'));
}
