import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FILE_COLOURS } from '../../server/src/map/style.ts';
import { NOTICES, written } from '../bundles.ts';
import { wasm } from '../command-line.ts';
import { korean } from '../l10n/korean.ts';
import { notices } from '../notices.ts';
import { examples } from './examples.ts';

/** Writes all that pages load. */
export async function writeAssets(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const to = (name: string) => join(folder, name);
  const part = (name: string, code: string) =>
    writeFile(to(`${name}.js`), `(globalThis.parts ??= {})[${JSON.stringify(name)}] = ${code};\n`);
  const shipped = await written({
    platform: 'browser',
    format: 'iife',
    entryPoints: { playground: 'site/src/playground.ts', editor: 'site/src/editor-worker.ts' },
    loader: { '.ttf': 'dataurl' },
    minify: true,
    outdir: folder,
  });
  const ours = await readFile(`dist/${NOTICES}`, 'utf8');
  await Promise.all([
    part('server', asFunction(await readFile('dist/web/server.js', 'utf8'))),
    part('editor', asFunction(await readFile(to('editor.js'), 'utf8'))),
    part('texts-ko', JSON.stringify(korean())),
    part('examples', JSON.stringify(examples)),
    ...wasm.map(async (file) => part(basename(file), JSON.stringify(await readFile(file, 'base64')))),
    writeFile(to('map.css'), FILE_COLOURS),
    writeFile(to(NOTICES), `${notices(shipped)}\n${ours}`),
    copyFile('dist/web/map.js', to('map.js')),
    copyFile('node_modules/monaco-editor/esm/vs/nls/lang/ko.js', to('monaco.ko.js')),
    copyFile('site/site.css', to('site.css')),
    copyFile('site/playground.css', to('tried.css')),
    copyFile('images/icon.png', to('icon.png')),
  ]);
}

/** A worker from a file is refused to a page that is a file itself, so a script brings the text of the worker, as that of a function. */
function asFunction(script: string): string {
  return `function () {\n${script}\n}`;
}
