import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** The files that run before the server answers anything: all that is imported, but for what is loaded when somebody asks for it. */
async function loadedAtOnce(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    metafile: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const loaded = new Set([entry]);
  for (const file of loaded)
    for (const { path, kind } of metafile.inputs[file]?.imports ?? [])
      if (kind === 'import-statement' && path in metafile.inputs) loaded.add(path);
  return [...loaded];
}

it.each(['server/src/lsp/process.ts', 'server/src/lsp/browser.ts'])(
  '%s loads plans, captures and what reads them when somebody asks for them',
  async (entry) => {
    const files = await loadedAtOnce(entry);
    expect(files).toContain('server/src/analyze.ts');
    expect(files.filter((file) => /^server\/src\/(?:plan\/|features\/(?:plan|drift))/.test(file))).toEqual([]);
  },
);
