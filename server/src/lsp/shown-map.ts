import type { MapChapter, MapPicture } from '../../../protocol/map.ts';
import type { Analysis } from '../analyze.ts';
import { pageBody } from '../map/page.ts';
import { type Picture, pictureOf } from '../map/picture.ts';
import { type Sight, sightOf, type Wanted } from '../map/scene.ts';
import { changesBetween, story } from '../map/story.ts';
import { EDITOR_COLOURS, MAP_STYLE, PAGE_STYLE } from '../map/style.ts';
import { svgElement } from '../map/svg.ts';
import { wayTold } from '../map/way-told.ts';
import { wordsOf } from '../text/markup.ts';
import { type Bundle, say } from '../text/message.ts';

/** The map of a spec as a client shows it: what it has is told once. */
export class ShownMap {
  readonly analysis: Analysis;
  readonly sight: Sight;
  readonly number: number;
  readonly #picture: Picture;
  readonly #chapters: MapChapter[] = [];
  readonly #wanted: Wanted;
  readonly #story: Iterator<MapChapter | undefined>;
  #isWhole = false;

  constructor(analysis: Analysis, wanted: Wanted, before: ShownMap | undefined) {
    this.analysis = analysis;
    this.#wanted = wanted;
    this.number = (before?.number ?? 0) + 1;
    this.sight = sightOf(analysis, wanted);
    this.#picture = pictureOf(this.sight.scene);
    this.#story = story(analysis, this.sight)[Symbol.iterator]();
  }

  /** Whether this is what is wanted. */
  isOf(analysis: Analysis, { shown, ends }: Wanted): boolean {
    const wanted = this.#wanted;
    return this.analysis === analysis && JSON.stringify([shown, ends]) === JSON.stringify([wanted.shown, wanted.ends]);
  }

  /** What a client has to draw that has another picture, or none. */
  since(before: ShownMap | undefined): MapPicture {
    const { width, height, elements } = this.#picture;
    const { ends, bundle } = this.#wanted;
    const { trail } = this.sight.scene;
    const none = ends && trail === undefined ? say`One end of the way is not on the map.` : undefined;
    const way = ends && (trail ? wayTold(ends, trail) : none);
    return {
      width,
      height,
      order: [...elements.keys()],
      changes: before ? changesBetween(before.#picture, this.#picture) : Object.fromEntries(elements),
      asOf: this.analysis.asOf,
      ...(way && { way: wordsOf(way, bundle) }),
    };
  }

  /** The page with the map on it. */
  page(bundle: Bundle): { readonly body: string; readonly style: string } {
    const title = wordsOf(say`Federation map`, bundle);
    const svg = svgElement(this.#picture, title);
    const domains = this.sight.map.stations.flatMap(({ kind, name }) =>
      kind === 'sip-domain' ? [wordsOf(name, bundle)] : [],
    );
    return { body: pageBody({ svg, domains, bundle }), style: `${EDITOR_COLOURS}${MAP_STYLE}${PAGE_STYLE}` };
  }

  /**
   * The chapters behind those that are known, one at least unless there is none.
   * @param pause lets others do what they have to do, and tells whether anybody still wants to know
   */
  async next(
    known: number,
    pause: () => Promise<boolean>,
  ): Promise<{ readonly chapters: readonly MapChapter[]; readonly isLast: boolean } | null> {
    while (!this.#isWhole && this.#chapters.length <= known) {
      const { done, value } = this.#story.next();
      if (done) this.#isWhole = true;
      else if (value) this.#chapters.push(value);
      if (!(await pause())) return null;
    }
    return { chapters: this.#chapters.slice(known), isLast: this.#isWhole };
  }
}
