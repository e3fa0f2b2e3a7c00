import { attributes, escaped, wordsOf } from '../text/markup.ts';
import { type Bundle, listed, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { type Drawn, type DrawnRoad, type DrawnStanding, type DrawnStation, standingOf } from './drawn.ts';
import { fitting } from './fitting.ts';
import { ICONS } from './icons.ts';
import { type Layout, type Point, STATION } from './layout.ts';
import type { Standings } from './standings.ts';
import type { Trail } from './trail.ts';

/** All that a picture is made of. */
export interface Scene {
  readonly drawn: Drawn;
  readonly layout: Layout;
  readonly standings: Standings;
  /** The way that is to stand out. */
  readonly trail?: Trail | undefined;
  /** Where a place begins, counted from zero. */
  readonly placeOf: (at: Range) => { readonly line: number; readonly column: number };
  readonly bundle: Bundle;
}

/** A picture as elements of SVG by their ids, in the order in which they are drawn: each can be drawn anew by itself. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly elements: ReadonlyMap<string, string>;
}

/** Draws a map: roads first, so that stations lie on them. */
export function pictureOf(scene: Scene): Picture {
  const { drawn, layout } = scene;
  return {
    width: layout.width,
    height: layout.height,
    elements: new Map([
      ...drawn.roads.map((road) => [road.id, drawnRoad(road, scene)] as const),
      ...drawn.stations.map((station) => [station.id, drawnStation(station, scene)] as const),
    ]),
  };
}

/** What a picture says in words: for who listens to it, and for who points at something. */
export function told(
  station: DrawnStation,
  standing: DrawnStanding,
  { bundle, placeOf, trail }: Omit<Scene, 'drawn' | 'layout' | 'standings'>,
): string {
  const { name, detail, at, members } = station;
  const { problems, isClosed, touched } = standing;
  const isGroup = members.length > 1;
  const sentences: readonly Message[] = [
    say`${detail === undefined ? name : listed([name, detail])}.`,
    say`Line ${placeOf(at).line + 1}.`,
    ...(isClosed ? [say`No message goes there.`] : []),
    ...(isGroup && touched > 0 ? [say`Something is found of ${touched} of them.`] : []),
    ...(trail?.broken === station.id ? [say`Here the way is broken.`] : []),
    ...problems.slice(0, MOST_TOLD).map(({ message }) => message),
    ...(problems.length > MOST_TOLD ? [say`And ${problems.length - MOST_TOLD} more.`] : []),
  ];
  return sentences.map((one) => wordsOf(one, bundle)).join(' ');
}

const MOST_TOLD = 3;

function drawnStation(station: DrawnStation, scene: Scene): string {
  const { id, kind, name, detail, at, members } = station;
  const { layout, standings, trail, bundle, placeOf } = scene;
  const { line, column } = placeOf(at);
  const standing = standingOf(station, standings);
  const { x, y } = layout.stations.get(id) ?? { x: 0, y: 0 };
  const [left, top] = [x - STATION.width / 2, y - STATION.height / 2];
  const isGroup = members.length > 1;
  const label = told(station, standing, scene);
  const classes = classesOf(['station', kind, ...(isGroup ? ['group'] : [])], standing, marks(id, trail));
  const outline = { x: 0, y: 0, rx: 6, ...STATION };
  return [
    `<g${attributes({
      class: classes,
      'data-id': id,
      'data-line': line,
      'data-column': column,
      'data-name': wordsOf(name, bundle),
      role: 'button',
      tabindex: -1,
      'aria-label': label,
      transform: `translate(${left} ${top})`,
    })}>`,
    `<title>${escaped(label)}</title>`,
    ...(isGroup ? [`<rect${attributes({ ...outline, x: 4, y: 4, class: 'behind' })}/>`] : []),
    `<rect${attributes({ ...outline, class: 'face' })}/>`,
    `<path${attributes({ class: 'icon', transform: 'translate(10 14)', d: ICONS[kind] })}/>`,
    `<text class="name" x="36" y="${detail === undefined ? 28 : 20}">${escaped(fitting(wordsOf(name, bundle), badgeOf(standing) === '' ? 21 : 16).text)}</text>`,
    ...(detail === undefined
      ? []
      : [`<text class="detail" x="36" y="36">${escaped(fitting(wordsOf(detail, bundle), 26).text)}</text>`]),
    badgeOf(standing),
    '</g>',
  ].join('');
}

/** A sign and a number, so that nobody has to tell colours apart. */
function badgeOf({ verdict, problems, touched }: DrawnStanding): string {
  if (verdict === 'fine') return '';
  const words = `${SIGNS[verdict]} ${touched > 1 ? touched : problems.length}`;
  const width = words.length * 7 + 10;
  const x = STATION.width - width - 8;
  return `<g class="badge"><rect x="${x}" y="6" rx="8" width="${width}" height="16"/><text x="${x + width / 2}" y="18">${words}</text></g>`;
}

const SIGNS = { error: '✕', warning: '!', info: 'i' } as const;

function drawnRoad(road: DrawnRoad, { layout, standings, trail, bundle }: Scene): string {
  const { id, from, to, label } = road;
  const standing = standingOf(road, standings);
  const { points, label: at } = layout.roads.get(id) ?? { points: [], label: { x: 0, y: 0 } };
  const words = label === undefined ? '' : escaped(wordsOf(label, bundle));
  return [
    `<g${attributes({ class: classesOf(['road'], standing, marks(id, trail)), 'data-id': id, 'data-from': from, 'data-to': to, 'aria-hidden': 'true' })}>`,
    `<path class="line" d="${smooth(points)}"/>`,
    headOf(points),
    ...(words === '' ? [] : [`<text class="label" x="${at.x}" y="${at.y - 4}">${words}</text>`]),
    '</g>',
  ].join('');
}

/** The points as one line without corners, which leaves to the right and arrives from the left. */
function smooth(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  let before = first;
  const parts = others.map((point) => {
    const middle = (before.x + point.x) / 2;
    const part = `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    before = point;
    return part;
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}

/** The head of an arrow: markers do not take the colour of their lines everywhere. */
function headOf(points: readonly Point[]): string {
  const last = points.at(-1);
  return last === undefined
    ? ''
    : `<path class="head" d="M0 0L-8 -4L-8 4Z" transform="translate(${last.x} ${last.y})"/>`;
}

function marks(id: string, trail: Trail | undefined): readonly string[] {
  if (trail === undefined) return [];
  if (trail.broken === id) return ['on-trail', 'broken'];
  return [trail.ids.has(id) ? 'on-trail' : 'off-trail'];
}

function classesOf(kinds: readonly string[], { verdict, isClosed }: DrawnStanding, more: readonly string[]): string {
  return [...kinds, verdict, ...(isClosed ? ['closed'] : []), ...more].join(' ');
}
