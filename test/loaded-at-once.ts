import { build } from 'esbuild';

/** The files that run before a program does anything: all that is imported, but for what is loaded when somebody asks for it. */
export async function loadedAtOnce(entry: string): Promise<readonly string[]> {
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
