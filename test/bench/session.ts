import { memory, type Time } from './clock.ts';
import type { Program } from './program.ts';
import { questions, TYPED } from './questions.ts';
import type { Results } from './results.ts';
import { BenchServer } from './server.ts';
import type { BenchSpec } from './spec.ts';

/** A server, and what it is given to read. */
export interface Subject {
  readonly name: string;
  readonly program: Program;
  readonly spec: BenchSpec;
}

export interface Often {
  readonly rounds: number;
  readonly edits: number;
}

export const EDIT = 'edit → diagnostics';
/** How often each question is asked in a round, and how many edits come first, that do not count. */
const ASKED = 20;
const WARM = 10;
const KEYS = 12;
/** What one server may spend in a series, in milliseconds, and what is done in any case. */
const LONGEST = 20_000;
const LEAST = 3;

/** All that an editor does with a spec, in fresh servers each round. */
export async function sessions(subjects: readonly Subject[], often: Often, results: Results): Promise<void> {
  const started = ({ name, server }: Running, initialized: Time) => {
    results.add('spawn → initialize', name, initialized);
    results.add('spawn → diagnostics', name, server.sinceStart());
  };
  await inRounds(subjects, often, started, async (running) => {
    await edits(running, often, EDIT, results);
    await inTurns(running, ASKED, async ({ name, server, asked }) => {
      for (const [method, params] of asked) {
        const time = await server.answer(method, params);
        if (time) results.add(method, name, time);
      }
    });
    for (const typed of TYPED) {
      await inTurns(running, ASKED, async ({ name, server, asked }) => {
        const params = Object.fromEntries(asked)[typed] ?? {};
        results.add(`${typed}, right after an edit`, name, await server.answerAfterEdit(typed, params));
      });
    }
    await inTurns(running, LEAST, async ({ name, server }) => {
      const { last, cpu } = await server.burst(KEYS);
      results.add(`burst of ${KEYS} keys, last → diagnostics`, name, last);
      results.add(`burst of ${KEYS} keys, CPU of all`, name, cpu);
    });
    let names = 0;
    await inTurns(running, LEAST, async ({ name, server, spec }) => {
      results.add('warm open → diagnostics', name, await server.open(`warm-${++names}`, spec));
    });
    await inTurns(running, 1, async ({ name, server }) => {
      const { now, peak } = memory(server.pid);
      results.add('memory, MB', name, now);
      results.add('memory at the peak, MB', name, peak);
    });
  });
}

/** Edits and nothing else. */
export async function editing(
  subjects: readonly Subject[],
  often: Often,
  row: string,
  results: Results,
): Promise<void> {
  await inRounds(
    subjects,
    often,
    () => {},
    (running) => edits(running, often, row, results),
  );
}

interface Running extends Subject {
  readonly server: BenchServer;
  readonly asked: readonly (readonly [string, object])[];
}

/** Fresh servers each round, which have opened their spec; who begins changes from round to round. */
async function inRounds(
  subjects: readonly Subject[],
  { rounds }: Often,
  started: (one: Running, initialized: Time) => void,
  round: (running: Set<Running>) => Promise<void>,
): Promise<void> {
  for (let i = 0; i < rounds; i++) {
    const running = new Set<Running>();
    for (const subject of i % 2 === 0 ? subjects : subjects.toReversed()) {
      const asked = Object.entries(questions(subject.spec)).filter(
        ([method]) => subject.program.language === 'lync-federation' || TYPED.includes(method),
      );
      const one = { ...subject, asked, server: new BenchServer(subject.program) };
      running.add(one);
      await attempt(running, one, async ({ server, spec }) => {
        const initialized = await server.initialize();
        await server.open('first', spec);
        started(one, initialized);
      });
    }
    await round(running);
    for (const { server } of running) await server.stop();
  }
}

async function edits(running: Set<Running>, often: Often, row: string, results: Results): Promise<void> {
  await inTurns(running, WARM, async ({ server }) => void (await server.edit()));
  await inTurns(running, often.edits, async ({ name, server }) => results.add(row, name, await server.edit()));
}

/** Something that each server does, one after the other, a number of times; a slow one less often. */
async function inTurns(running: Set<Running>, count: number, step: (one: Running) => Promise<void>): Promise<void> {
  const spent = new Map<Running, number>();
  for (let i = 0; i < count; i++) {
    for (const one of running) {
      const before = spent.get(one) ?? 0;
      if (i >= LEAST && before > LONGEST) continue;
      const start = performance.now();
      await attempt(running, one, step);
      spent.set(one, before + performance.now() - start);
    }
  }
}

/** A server that never shows what is right, or ends, is measured no longer in this round. */
async function attempt(running: Set<Running>, one: Running, step: (one: Running) => Promise<void>): Promise<void> {
  try {
    await step(one);
  } catch (error) {
    process.stderr.write(`${one.name}: ${error instanceof Error ? error.message : error}\n`);
    running.delete(one);
    await one.server.stop();
  }
}
