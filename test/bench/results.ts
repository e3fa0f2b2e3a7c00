import type { Time } from './clock.ts';
import { digits, quantile, ratio, shown } from './statistics.ts';

/** What was measured: by row, by server, in the order of the rows. */
export class Results {
  readonly #rows = new Map<string, Map<string, Time[]>>();

  /** Counts a time, or another number. */
  add(row: string, server: string, value: Time | number): void {
    const of = this.#rows.get(row) ?? new Map<string, Time[]>();
    this.#rows.set(row, of);
    const time = typeof value === 'number' ? { wall: value, own: value } : value;
    of.set(server, [...(of.get(server) ?? []), time]);
  }

  of(row: string, server: string): readonly number[] {
    return (this.#rows.get(row)?.get(server) ?? []).map(({ own }) => own);
  }

  /** A row for each thing, with a column for each server and one for each ratio of the first to another. */
  table(title: string, servers: readonly string[]): string {
    const [first = '', ...others] = servers;
    const head = [title, ...servers, ...others.map((other) => `${first}/${other}`)];
    const rows = [...this.#rows].map(([row, times]) => [
      row,
      ...servers.map((server) => cell(times.get(server) ?? [])),
      ...others.map((other) => ratio(this.of(row, first), this.of(row, other))),
    ]);
    return markdown(head, rows);
  }
}

export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map(line).join('');
}

/** Median and 95th percentile less the time spent waiting for a core, and in brackets the median of a clock, where it is another. */
function cell(times: readonly Time[]): string {
  const own = shown(times.map((time) => time.own));
  const wall = digits(
    quantile(
      times.map((time) => time.wall),
      0.5,
    ),
  );
  return own.startsWith(`${wall} /`) || own === '-' ? own : `${own} (${wall})`;
}
