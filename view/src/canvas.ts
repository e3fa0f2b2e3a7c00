import type { Elements, MapFound, MapPicture } from '../../protocol/map.ts';
import { byId } from './page.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The picture on the page: elements by their ids, one of which has the focus. */
export class Canvas {
  readonly #frame: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #elements = new Map<string, Element>();
  readonly #sources = new Map<string, string>();
  readonly #go: (line: number, column: number) => void;
  #base = new Map<string, string>();
  #isFitted = false;
  #size = { width: 0, height: 0 };
  #zoom = 1;
  #current = '';
  #awaited: string | undefined;

  constructor(frame: HTMLElement, go: (line: number, column: number) => void) {
    this.#frame = frame;
    this.#go = go;
    const svg = frame.querySelector('svg');
    if (svg === null) throw new Error('the page has no picture');
    this.#svg = svg;
    for (const element of svg.querySelectorAll('[data-id]')) {
      const id = idOf(element);
      this.#elements.set(id, element);
      // HTML has names for letters that SVG does not know.
      const source = new XMLSerializer().serializeToString(element);
      this.#base.set(id, source);
      this.#sources.set(id, source);
    }
    this.#size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
    svg.addEventListener('click', (event) => this.#open(stationAt(event.target)));
    svg.addEventListener('focusin', (event) => this.#focused(stationAt(event.target)));
    svg.addEventListener('keydown', (event) => this.#pressed(event));
    byId('smaller').addEventListener('click', () => this.#scale(this.#zoom / 1.25));
    byId('larger').addEventListener('click', () => this.#scale(this.#zoom * 1.25));
    byId('fit').addEventListener('click', () => this.fit());
    this.#focused(this.#stations()[0]);
  }

  /** The picture that all chapters start from, as it is drawn. */
  get base(): ReadonlyMap<string, string> {
    return this.#base;
  }

  take({ width, height, order, changes }: MapPicture): void {
    const base = new Map(
      order.flatMap((id) => {
        const source = changes[id] ?? this.#base.get(id);
        return source === undefined ? [] : [[id, source] as const];
      }),
    );
    this.#base = base;
    this.#size = { width, height };
    this.#svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    for (const [id, element] of this.#elements) if (!base.has(id)) this.#forget(id, element);
    this.show(base);
    for (const id of order) {
      const element = this.#elements.get(id);
      if (element) this.#svg.append(element);
    }
    if (!this.#elements.has(this.#current)) this.#focused(this.#stations()[0]);
    if (!this.#isFitted) this.fit();
    else this.#scale(this.#zoom);
    if (this.#awaited !== undefined && this.#elements.has(this.#awaited)) this.await(this.#awaited);
  }

  /** Draws what is another than what is drawn. */
  show(sources: Iterable<readonly [id: string, source: string]>): void {
    for (const [id, source] of sources) {
      if (this.#sources.get(id) === source) continue;
      const element = drawn(source);
      const before = this.#elements.get(id);
      const hadFocus = before !== undefined && before === document.activeElement;
      if (before) before.replaceWith(element);
      else this.#svg.append(element);
      this.#sources.set(id, source);
      this.#elements.set(id, element);
      if (id === this.#current) element.setAttribute('tabindex', '0');
      if (hadFocus && element instanceof SVGElement) element.focus({ preventScroll: true });
    }
  }

  /** Goes to a station, now or when it comes. */
  await(id: string): void {
    const element = this.#elements.get(id);
    this.#awaited = element ? undefined : id;
    if (!(element instanceof SVGElement)) return;
    for (const one of this.#svg.querySelectorAll('.found')) one.classList.remove('found');
    element.classList.add('found');
    element.scrollIntoView({ block: 'center', inline: 'center' });
    element.focus({ preventScroll: true });
  }

  /** The stations in whose words something stands. */
  named(words: string): readonly MapFound[] {
    const wanted = words.toLowerCase();
    return this.#stations()
      .filter((one) => (one.getAttribute('data-name') ?? '').toLowerCase().includes(wanted))
      .slice(0, 20)
      .map((one) => ({
        id: idOf(one),
        name: one.getAttribute('data-name') ?? '',
        detail: one.querySelector('.detail')?.textContent ?? '',
      }));
  }

  /** As large as there is room, and not so small that nobody can read it. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#frame;
    const { width, height } = this.#size;
    if (clientWidth === 0 || width === 0) return;
    this.#isFitted = true;
    this.#scale(Math.max(SMALLEST, Math.min(1, clientWidth / width, clientHeight / height)));
  }

  #scale(zoom: number): void {
    this.#zoom = Math.min(3, Math.max(0.2, zoom));
    this.#svg.setAttribute('width', String(Math.round(this.#size.width * this.#zoom)));
    this.#svg.setAttribute('height', String(Math.round(this.#size.height * this.#zoom)));
  }

  #stations(): readonly Element[] {
    return [...this.#svg.querySelectorAll('.station')];
  }

  #forget(id: string, element: Element): void {
    element.remove();
    this.#elements.delete(id);
    this.#sources.delete(id);
  }

  #open(station: Element | undefined): void {
    if (station) this.#go(Number(station.getAttribute('data-line')), Number(station.getAttribute('data-column')));
  }

  /** One station can be reached by Tab; from it, arrows lead along the roads and up and down. */
  #focused(station: Element | undefined): void {
    if (station === undefined) return;
    this.#elements.get(this.#current)?.setAttribute('tabindex', '-1');
    this.#current = idOf(station);
    station.setAttribute('tabindex', '0');
  }

  #pressed(event: KeyboardEvent): void {
    const station = stationAt(event.target);
    if (station === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(station);
      return;
    }
    const next = this.#beside(idOf(station), event.key);
    if (!(next instanceof SVGElement)) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #beside(id: string, key: string): Element | undefined {
    if (key === 'Home') return this.#stations()[0];
    if (key === 'End') return this.#stations().at(-1);
    if (key === 'ArrowRight') return this.#alongRoad('data-from', 'data-to', id);
    if (key === 'ArrowLeft') return this.#alongRoad('data-to', 'data-from', id);
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
    const here = boxOf(this.#elements.get(id));
    const down = key === 'ArrowDown' ? 1 : -1;
    const column = this.#stations().filter((one) => {
      const box = boxOf(one);
      return Math.abs(box.x - here.x) < 20 && (box.y - here.y) * down > 1;
    });
    return column.toSorted((a, b) => (boxOf(a).y - boxOf(b).y) * down)[0];
  }

  #alongRoad(near: string, far: string, id: string): Element | undefined {
    const road = [...this.#svg.querySelectorAll('.road')].find((one) => one.getAttribute(near) === id);
    return this.#elements.get(road?.getAttribute(far) ?? '');
  }
}

const SMALLEST = 0.62;

function idOf(element: Element): string {
  return element.getAttribute('data-id') ?? '';
}

function stationAt(target: EventTarget | null): Element | undefined {
  return target instanceof Element ? (target.closest('.station') ?? undefined) : undefined;
}

function boxOf(element: Element | undefined): { readonly x: number; readonly y: number } {
  const { x, y } = element?.getBoundingClientRect() ?? { x: 0, y: 0 };
  return { x, y };
}

function drawn(source: string): Element {
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${source}</svg>`, 'image/svg+xml');
  const [element] = parsed.documentElement.children;
  if (element === undefined) throw new Error('an element of the picture is none');
  return document.importNode(element, true);
}

export type { Elements };
