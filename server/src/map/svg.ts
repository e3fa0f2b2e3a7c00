import { attributes, escaped } from '../text/markup.ts';
import type { Picture } from './picture.ts';
import { FILE_COLOURS, MAP_STYLE } from './style.ts';

/** A picture as an element of a page, with a name for who listens to it. */
export function svgElement({ width, height, elements }: Picture, title: string): string {
  const head = { class: 'map', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': title };
  return `<svg xmlns="http://www.w3.org/2000/svg"${attributes(head)}>${[...elements.values()].join('\n')}</svg>`;
}

/** A picture as a file that needs no other one. */
export function svgFile({ width, height, elements }: Picture, title: string): string {
  const head = { class: 'map', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes(head)}>`,
    `<title>${escaped(title)}</title>`,
    `<style>${MAP_STYLE}${FILE_COLOURS}</style>`,
    `<rect width="${width}" height="${height}" fill="var(--map-ground)"/>`,
    ...elements.values(),
    '</svg>\n',
  ].join('\n');
}
