import { inEnglish, type Message } from './message.ts';

/** Why something that was asked for is not done: one sentence for who asked. */
export class Refusal extends Error {
  readonly text: Message;

  constructor(text: Message) {
    super(inEnglish(text));
    this.text = text;
  }
}
