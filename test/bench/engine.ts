import { parseAllDocuments } from 'yaml';
import { analyze, judge } from '../../server/src/analyze.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { markdown } from './results.ts';
import { ratio, shown } from './statistics.ts';

/** Parts of one analysis in this process, in turns, after a warm-up. */
export function engine(text: string): string {
  const source = readSpec(text);
  const parts: Readonly<Record<string, () => unknown>> = {
    'yaml alone': () => parseAllDocuments(text, { uniqueKeys: false }),
    'read as a spec': () => readSpec(text),
    'all rules': () => judge(source, { asOf: '2026-01-01' }),
    'analyze (read and all rules)': () => analyze(text, { asOf: '2026-01-01' }),
  };
  const samples = new Map(Object.keys(parts).map((name) => [name, [] as number[]]));
  const count = text.length > 500_000 ? 8 : 40;
  for (let i = 0; i < count; i++) {
    for (const [name, part] of Object.entries(parts)) {
      const start = performance.now();
      part();
      if (i >= count / 4) samples.get(name)?.push(performance.now() - start);
    }
  }
  const base = samples.get('yaml alone') ?? [];
  return markdown(
    ['in process', 'ms', 'of yaml alone'],
    [...samples].map(([name, times]) => [name, shown(times), ratio(times, base)]),
  );
}
