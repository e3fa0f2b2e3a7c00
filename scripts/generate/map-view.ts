import { build } from 'esbuild';
import type { Generator } from './generator.ts';

/** The script of a page that holds a map, as a text: a file that needs no other one has it inside. */
export const mapView: Generator = async () => {
  const { outputFiles } = await build({
    entryPoints: ['view/src/map.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'ascii',
  });
  const [script] = outputFiles.map(({ text }) => text.trim());
  return [['server/src/map/view.generated.ts', `${HEAD}export const VIEW_SCRIPT = ${JSON.stringify(script)};\n`]];
};

const HEAD = '// Generated from view by `npm run generate`.\n\n';
