import { code, say } from '../text/message.ts';
import { day, optional, text, texts } from './parameter.ts';

/** The spec that a tool is about. */
export const SPEC = text(say`the path of the spec`);

/** The specs that a tool is about. */
export const FILES = optional(texts(say`the paths of specs and scripts; without them all specs there are`));

/** The day to judge by. */
export const AS_OF = optional(
  day(
    say`the day to judge by, such as ${code('2014-07-01')}, whatever the spec says; without it the spec's own day, else today`,
  ),
);
