import { createColors } from 'picocolors';
import type { Severity } from '../rules/rule.ts';

/** Puts a text in a colour, where colours are wanted. */
export type Paint = (text: string) => string;

/** The colours of everything that people read: of severities, of what comes and goes, and of what stands around it. */
export type Paints = Readonly<
  Record<Severity | 'added' | 'changed' | 'removed' | 'gutter' | 'faint' | 'strong', Paint>
>;

/** The colours, or none. */
export function paints(colours: boolean): Paints {
  const { bold, dim, red, yellow, cyan, blue, green } = createColors(colours);
  const both = (colour: Paint) => (text: string) => bold(colour(text));
  return {
    ...{ error: both(red), warning: both(yellow), info: both(cyan) },
    ...{ added: green, changed: yellow, removed: red },
    ...{ gutter: both(blue), faint: dim, strong: bold },
  };
}
