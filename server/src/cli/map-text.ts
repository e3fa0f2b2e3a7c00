import { createHash } from 'node:crypto';
import type { Analysis } from '../analyze.ts';
import { type Allowed, htmlFile } from '../map/file.ts';
import { mermaid } from '../map/mermaid.ts';
import { pictureOf } from '../map/picture.ts';
import { type Sight, sightOf } from '../map/scene.ts';
import { story } from '../map/story.ts';
import { svgFile } from '../map/svg.ts';
import { type Ends, endsOn } from '../map/trail.ts';
import { wayTold } from '../map/way-told.ts';
import { wordsOf } from '../text/markup.ts';
import { code, type Message, say } from '../text/message.ts';
import { plainLine } from '../text/visible.ts';
import type { Speech } from './shell.ts';

/** The forms of a map. */
export type MapFormat = 'svg' | 'html' | 'mermaid';

interface Wanted {
  readonly format: MapFormat;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly today: string;
  readonly people: Speech;
}

/** A map, and what is said of the way that stands out; or why there is none. */
export type MapText = { readonly text: string; readonly way?: Message } | { readonly refused: Message };

/** The map of a spec as a text. */
export function mapText(analysis: Analysis, path: string, { format, from, to, today, people }: Wanted): MapText {
  const ends = to === undefined ? undefined : { from, to };
  const sight = sightOf(analysis, { ends, bundle: people.bundle });
  const refused = ends && lostEnd(sight, analysis, ends);
  if (refused) return { refused };
  const { scene } = sight;
  const way = ends && scene.trail && wayTold(ends, scene.trail);
  return { text: textIn(format, { sight, analysis, path, today, people, way }), ...(way && { way }) };
}

interface Made {
  readonly sight: Sight;
  readonly analysis: Analysis;
  readonly path: string;
  readonly today: string;
  readonly people: Speech;
  readonly way: Message | undefined;
}

function textIn(format: MapFormat, { sight, analysis, path, today, people, way }: Made): string {
  const { bundle, language } = people;
  const { scene } = sight;
  if (format === 'mermaid') return mermaid(scene.drawn, scene);
  const picture = pictureOf(scene);
  const title = wordsOf(say`Federation of ${plainLine(path)}, as of ${analysis.asOf}`, bundle);
  if (format === 'svg') return svgFile(picture, title);
  const chapters = [...story(analysis, sight)].flatMap((chapter) => chapter ?? []);
  const told = way && wordsOf(way, bundle);
  return htmlFile({ title, picture, way: told, chapters, asOf: analysis.asOf, today, language, bundle }, policyOf);
}

/** The page may do nothing but run its own script and look as its own style says. */
function policyOf({ script, style }: Allowed): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}`;
}

/** Which end of a way is not on the map. */
function lostEnd({ map }: Sight, { spec }: Analysis, ends: Ends): Message | undefined {
  const { from, to } = endsOn(map, spec, ends);
  if (from === undefined)
    return ends.from === undefined
      ? say`The spec has no SIP domain from which a way could begin.`
      : say`${code(ends.from)} is no SIP domain of the spec.`;
  if (to === undefined)
    return say`The spec does not name ${code(ends.to)}: ${code(`lync-federation explain --spec FILE ${ends.to}`)} tells how it would be reached.`;
  return undefined;
}
