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

/** Lines in the colour of the mark that they begin with: those of a plan, and of the changes of a file. */
export function byMark(text: string, paint: Paints): string {
  return text.replace(/^.+$/gm, (line) => {
    const mark = /^(?:-\/\+|---|\+\+\+|@@|[-+~!])/.exec(line)?.[0];
    const colour = mark === undefined ? undefined : MARKS[mark];
    return colour === undefined ? line : paint[colour](line);
  });
}

const MARKS: Readonly<Record<string, keyof Paints>> = {
  '+': 'added',
  '~': 'changed',
  '-': 'removed',
  '-/+': 'changed',
  '!': 'warning',
  '@@': 'info',
  '---': 'strong',
  '+++': 'strong',
};

/** A text in which each `error[rule]` has the colour of its severity. */
export function bySeverity(text: string, paint: Paints): string {
  return text.replace(/\b(error|warning|info)\[[a-z-]+\]/g, (told, severity: Severity) => paint[severity](told));
}
