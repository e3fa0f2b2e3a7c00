import { FIRST_DAY } from '../../protocol/map.ts';
import type { Status, TurnTold } from '../../protocol/methods.ts';
import { byId, dateOf, dayOf } from '../../view/src/page.ts';

/** The day by which is judged: a date to type, a slider over the years, and buttons that go from one turn of the verdict to the next. */
export class Day {
  readonly #date = byId<HTMLInputElement>('date');
  readonly #slider = byId<HTMLInputElement>('slider');
  readonly #look: (date: string) => void;
  #turns: readonly TurnTold[] = [];
  #frame = 0;

  /** @param look what looks at the spec as of a day; an empty one is that of the spec */
  constructor(look: (date: string) => void) {
    this.#look = look;
    this.#slider.min = String(dayOf(FIRST_DAY));
    this.#slider.max = String(Math.floor(Date.now() / 86_400_000) + YEARS_AHEAD * 365);
    this.#slider.addEventListener('input', () => {
      // Many moves of the hand are one look.
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        look(dateOf(Number(this.#slider.value)));
      });
    });
    this.#date.addEventListener('change', () => look(this.#date.value));
    byId('home').addEventListener('click', () => look(''));
    byId('before').addEventListener('click', () =>
      this.#go(this.#turns.findLast(({ date }) => date < this.#date.value)),
    );
    byId('after').addEventListener('click', () => this.#go(this.#turns.find(({ date }) => date > this.#date.value)));
  }

  /** Shows the day that the server judges by. */
  show({ asOf }: Status): void {
    this.#date.value = asOf;
    if (this.#frame === 0) this.#slider.value = String(dayOf(asOf));
    this.#slider.setAttribute('aria-valuetext', asOf);
  }

  /** Marks the days on which the verdict changes. */
  mark(turns: readonly TurnTold[]): void {
    this.#turns = turns;
    byId('turns').replaceChildren(
      ...turns.map(({ date }) => {
        const mark = document.createElement('option');
        mark.value = String(dayOf(date));
        mark.label = date;
        return mark;
      }),
    );
  }

  #go(turn: TurnTold | undefined): void {
    if (turn) this.#look(turn.date);
  }
}

const YEARS_AHEAD = 4;
