import { FIRST_DAY, type MapChapter } from '../../protocol/map.ts';
import type { Canvas } from './canvas.ts';
import { byId, dateOf, dayOf } from './page.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The days of the story: a slider, and a strip below it that shows where the verdict turns. */
export class Slider {
  readonly #canvas: Canvas;
  readonly #input = byId<HTMLInputElement>('slider');
  readonly #day = byId('day');
  readonly #told = byId('told');
  readonly #play = byId<HTMLButtonElement>('play');
  #chapters: MapChapter[] = [];
  /** The whole picture of each chapter. */
  #pictures: ReadonlyMap<string, string>[] = [];
  /** The chapter that is drawn; none while the picture is that of the day of the spec. */
  #shown: number | undefined;
  #home = '';
  #today = '';
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
    this.#input.addEventListener('input', () => {
      this.#stop();
      this.#soon();
    });
    byId('before').addEventListener('click', () => this.#turn(-1));
    byId('after').addEventListener('click', () => this.#turn(1));
    byId('home').addEventListener('click', () => this.#goTo(this.#home));
    this.#play.addEventListener('click', () => (this.#timer === undefined ? this.#start() : this.#stop()));
    byId('strip').addEventListener('click', (event) => {
      const date = event.target instanceof Element ? event.target.getAttribute('data-date') : null;
      if (date !== null) this.#goTo(date);
    });
  }

  /** A new picture: its story comes anew. */
  begin(asOf: string, today: string): void {
    const isElsewhere = this.#home !== '' && this.#date !== this.#home;
    this.#home = asOf;
    this.#today = today;
    this.#chapters = [];
    this.#pictures = [];
    this.#shown = undefined;
    this.#input.min = String(dayOf(FIRST_DAY));
    this.#input.max = String(Math.max(dayOf(today), dayOf(asOf)) + YEARS_AHEAD * 365);
    this.#input.disabled = true;
    if (!isElsewhere) this.#input.value = String(dayOf(asOf));
    this.#say();
  }

  take(chapters: readonly MapChapter[], isFirst: boolean, isLast: boolean): void {
    // With the picture that is still to come its story comes anew.
    if (this.#home === '') return;
    if (isFirst) {
      this.#chapters = [];
      this.#pictures = [];
    }
    for (const chapter of chapters) {
      const before = this.#pictures.at(-1) ?? this.#canvas.base;
      this.#chapters.push(chapter);
      this.#pictures.push(new Map([...before, ...Object.entries(chapter.changes)]));
    }
    this.#strip();
    if (!isLast) return;
    this.#input.disabled = false;
    this.#draw();
  }

  get #date(): string {
    return dateOf(Number(this.#input.value));
  }

  /** Many moves of the hand make one picture. */
  #soon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const date = this.#date;
    const index = date === this.#home ? undefined : this.#at(date);
    if (index !== this.#shown) {
      this.#shown = index;
      this.#canvas.show(index === undefined ? this.#canvas.base : (this.#pictures[index] ?? []));
    }
    this.#say();
  }

  /** The last chapter that has begun on a day. */
  #at(date: string): number | undefined {
    const index = this.#chapters.findLastIndex((chapter) => chapter.date <= date);
    return index < 0 ? undefined : index;
  }

  #say(): void {
    const date = this.#date;
    const index = this.#at(date);
    const chapter = index === undefined ? undefined : this.#chapters[index];
    const counts = chapter ? ` · ✕ ${chapter.errors} · ! ${chapter.warnings}` : '';
    const words = `${date}${date === this.#today ? ` (${this.#day.dataset.today})` : ''}${counts}`;
    if (this.#day.textContent === words) return;
    this.#day.textContent = words;
    this.#input.setAttribute('aria-valuetext', words);
    const told = chapter?.told ?? [];
    if (this.#told.dataset.date === chapter?.date) return;
    this.#told.dataset.date = chapter?.date ?? '';
    this.#told.replaceChildren(
      ...told.map((text) => {
        const item = document.createElement('li');
        item.textContent = `${chapter?.date}: ${text}`;
        return item;
      }),
    );
  }

  #goTo(date: string): void {
    this.#stop();
    this.#input.value = String(dayOf(date));
    this.#draw();
  }

  #turn(by: 1 | -1): boolean {
    const date = this.#date;
    const next =
      by > 0
        ? this.#chapters.find((chapter) => chapter.date > date)
        : this.#chapters.findLast((chapter) => chapter.date < date);
    if (next === undefined) return false;
    this.#input.value = String(dayOf(next.date));
    this.#draw();
    return true;
  }

  /** From turn to turn where motion is not wanted, else day by day. */
  #start(): void {
    if (this.#chapters.length === 0) return;
    const isStill =
      matchMedia('(prefers-reduced-motion: reduce)').matches ||
      document.body.classList.contains('vscode-reduce-motion');
    this.#play.setAttribute('aria-pressed', 'true');
    if (Number(this.#input.value) >= dayOf(this.#today)) this.#input.value = this.#input.min;
    const step = () => {
      const goesOn = isStill ? this.#turn(1) : this.#advance();
      if (goesOn) this.#timer = setTimeout(step, isStill ? 1500 : 33);
      else this.#stop();
    };
    this.#timer = setTimeout(step, 0);
  }

  #advance(): boolean {
    const next = Number(this.#input.value) + DAYS_A_FRAME;
    if (next > Number(this.#input.max)) return false;
    this.#input.value = String(next);
    this.#draw();
    return true;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#play.setAttribute('aria-pressed', 'false');
  }

  #strip(): void {
    const [first, last] = [Number(this.#input.min), Number(this.#input.max)];
    const x = (date: string) => ((dayOf(date) - first) / (last - first)) * 1000;
    const stretches = this.#chapters.map(({ date, errors, warnings, told }, i) => {
      const next = this.#chapters[i + 1]?.date ?? dateOf(last);
      const verdict = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'fine';
      const about = { class: `stretch ${verdict}`, x: x(date), y: 8, width: Math.max(0, x(next) - x(date)), height: 8 };
      const tick = { class: 'turn', x: x(date) - 1, y: 4, width: 2, height: 16, 'data-date': date };
      return [shape('rect', about), ...(i > 0 ? [titled(shape('rect', tick), [date, ...told].join('\n'))] : [])];
    });
    const today = shape('path', { class: 'today', d: `M${x(this.#today)} 0v24` });
    const home = shape('path', { class: 'home', d: `M${x(this.#home)} 0l-5 -0v4l5 5l5 -5v-4z` });
    byId<SVGElement>('strip').replaceChildren(...stretches.flat(), titled(today, this.#day.dataset.today ?? ''), home);
  }
}

const YEARS_AHEAD = 4;
/** So that some twenty years take half a minute. */
const DAYS_A_FRAME = 9;

function shape(name: string, values: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) element.setAttribute(key, String(value));
  return element;
}

function titled(element: Element, text: string): Element {
  const title = document.createElementNS(SVG, 'title');
  title.textContent = text;
  element.append(title);
  return element;
}
