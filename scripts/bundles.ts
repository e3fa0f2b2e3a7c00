import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { programs, wasm } from './command-line.ts';
import { writeTexts } from './l10n/texts.ts';
import { notices, type Shipped } from './notices.ts';
import { oneCopyOf } from './one-copy.ts';
import { writeRulePages } from './rule-pages.ts';

/** What tells Node that the programs are modules, wherever their folder lies. */
export const PACKAGE = '{ "type": "module" }\n';

/** What goes with the code of others, beside the bundles. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** What the extension loads when it needs it stands in files of their own: a window without specs reads none of it. */
const apart: Plugin = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/ts$/, 'cjs'), external: true } : undefined,
    );
  },
};
const desktop: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  plugins: [apart],
  // The host of extensions knows who asks for `vscode` by the file that requires it.
  supported: { 'dynamic-import': false },
};
const web: BuildOptions = {
  platform: 'browser',
  external: ['vscode'],
  mainFields: ['browser', 'module', 'main'],
  plugins: [oneCopyOf('vscode-languageserver')],
};

// VS Code in the web tells the kind of module by the name alone.
const commonJs: BuildOptions = { format: 'cjs', outExtension: { '.js': '.cjs' } };

const bundles: readonly BuildOptions[] = [
  {
    ...desktop,
    ...commonJs,
    entryPoints: { extension: 'client/src/node.ts', 'node-session': 'client/src/node-session.ts' },
  },
  programs,
  { ...web, ...commonJs, entryPoints: { 'web/extension': 'client/src/browser.ts' } },
  { platform: 'browser', format: 'iife', entryPoints: { 'web/map': 'view/src/map.ts' } },
  { ...web, format: 'iife', entryPoints: { 'web/server': 'server/src/lsp/browser.ts' } },
];

/** Fills a folder with all that is built to be shipped: the bundles, and what they need beside them. */
export async function writeBundles(
  folder: string,
  how: Pick<BuildOptions, 'minify' | 'sourcemap'>,
  made: readonly BuildOptions[] = bundles,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const shipped = await Promise.all([
    ...made.map((options) => written({ ...options, ...how, outdir: folder })),
    ...wasm.map((source) => copied(source, folder)),
  ]);
  await writeTexts(folder);
  await writeRulePages(folder);
  await writeFile(join(folder, NOTICES), notices(shipped.flat()));
  await writeFile(join(folder, 'package.json'), PACKAGE);
}

/** Writes bundles, and tells of what they are made. */
export async function written(options: BuildOptions & { readonly outdir: string }): Promise<readonly Shipped[]> {
  const { metafile } = await build({
    ...options,
    bundle: true,
    target: 'es2023',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  return Object.entries(metafile.outputs).flatMap(([path, { inputs }]) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([source]) => ({ source, file: relative(options.outdir, path) })),
  );
}

async function copied(source: string, folder: string): Promise<readonly Shipped[]> {
  const file = basename(source);
  await copyFile(source, join(folder, file));
  return [{ source, file }];
}
