import { code, type Message, say } from '../text/message.ts';

/** Why a file is not read: a link makes it lie elsewhere than its name says. */
export class LedAway extends Error {
  /** Where it lies. */
  readonly place: string;

  constructor(place: string) {
    super(`a link leads to ${place}`);
    this.place = place;
  }
}

/** The beginning of what there is to say of such a file. */
export function linkTo(place: string, path: string): Message {
  return say`${code(path)} is a link that leads elsewhere, to ${code(place)}`;
}
