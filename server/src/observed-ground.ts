import { serverWithoutShell } from './deployment/shellless.ts';
import type { Context } from './rules/rule.ts';
import { each, type Spec } from './spec/model.ts';
import { noteForOnce, noteText } from './spec/noting.ts';
import { observed } from './spec/observed.ts';
import { observedFaults } from './spec/unreadable.ts';
import type { LineTable } from './text/lines.ts';

/** What rules look at. */
export interface Observed {
  readonly spec: Spec;
  readonly context: Context;
}

/** What rules look at, which notes what they look at. What is the same for one set of options is not noted. */
export function observedGround(spec: Spec, context: Context): Observed {
  const seen = observed(spec);
  const noteCommands = () => {
    if (context.isScript) noteForOnce(TEXT);
    serverWithoutShell(seen, context.catalog);
    each(seen.cmdlets);
  };
  const given: Context = { ...context, faults: observedFaults(context.faults), lines: observedLines(context.lines) };
  return {
    spec: seen,
    context: new Proxy(given, {
      get: (_, key) => {
        if (OF_TEXT.has(key)) noteForOnce(TEXT);
        if (OF_COMMANDS.has(key)) noteCommands();
        return Reflect.get(given, key);
      },
    }),
  };
}

const OF_TEXT: ReadonlySet<PropertyKey> = new Set(['root', 'suppressions'] satisfies (keyof Context)[]);
const OF_COMMANDS: ReadonlySet<PropertyKey> = new Set([
  'runbook',
  'beyondServer',
  'scriptFaults',
] satisfies (keyof Context)[]);

/** Stands for all that the text shows beyond what it says as a spec. */
const TEXT = 'text';

/** Lines that note which text is read. Where a line stands is told by a place in it, so that much is the same while that text is. */
function observedLines(lines: LineTable): LineTable {
  const read = (start: number, end = start) => noteText({ start, end });
  const ways: Partial<LineTable> = {
    slice: (start, end) => {
      read(Math.max(0, start), Math.min(end, lines.text.length));
      return lines.slice(start, end);
    },
    line: (line) => {
      read(lines.startOf(line), lines.endOf(line));
      return lines.line(line);
    },
    lineAt: (offset) => {
      read(offset);
      return lines.lineAt(offset);
    },
    startOf: (line) => {
      read(lines.startOf(line));
      return lines.startOf(line);
    },
    endOf: (line) => {
      read(lines.startOf(line), lines.endOf(line));
      return lines.endOf(line);
    },
  };
  return new Proxy(lines, {
    get: (_, key) => {
      if (key === 'count') read(lines.text.length);
      else if (key in ways) return Reflect.get(ways, key);
      else noteForOnce(TEXT);
      const field: unknown = Reflect.get(lines, key, lines);
      return typeof field === 'function' ? field.bind(lines) : field;
    },
  });
}
