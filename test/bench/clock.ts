import { readdirSync, readFileSync } from 'node:fs';

/** How long something took, in milliseconds. */
export interface Time {
  /** As a clock has it. */
  readonly wall: number;
  /** Less the time that the server or we stood ready to run and had no core; the wall time where the system does not tell. */
  readonly own: number;
}

/** Times what another process does for us. */
export function stopwatch(pid: number | undefined, isNew = false): () => Time {
  const begin = isNew ? { ran: 0, waited: 0 } : thread(pid);
  const us = thread(process.pid);
  const start = performance.now();
  return () => {
    const wall = performance.now() - start;
    const { ran, waited } = thread(pid);
    const waits = waited - begin.waited + thread(process.pid).waited - us.waited;
    // Both may have waited at once; whatever ran, took its time.
    return { wall, own: Math.max(wall - waits, Math.min(wall, ran - begin.ran)) };
  };
}

/** Milliseconds of CPU that all threads of a process have used; Linux only. */
export function cpu(pid: number | undefined): number {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return threads.reduce((sum, id) => sum + schedule(`/proc/${pid}/task/${id}`).ran, 0);
}

/** Resident memory of a process in MB, now and at its peak; Linux only. */
export function memory(pid: number | undefined): { readonly now: number; readonly peak: number } {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** The main thread of a process. */
function thread(pid: number | undefined): Schedule {
  return schedule(`/proc/${pid}`);
}

interface Schedule {
  readonly ran: number;
  readonly waited: number;
}

function schedule(folder: string): Schedule {
  const text = attempt(() => readFileSync(`${folder}/schedstat`, 'utf8')) ?? '0 0';
  const [ran = 0, waited = 0] = text.split(' ').map((nanoseconds) => Number(nanoseconds) / 1e6);
  return { ran, waited };
}

/** Threads end, and not every system has such files. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
