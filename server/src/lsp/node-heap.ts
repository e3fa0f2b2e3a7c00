import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes in which there is room for what some edits leave behind. */
const NURSERY = 4 * 1024 * 1024;

/**
 * Keeps the heap of a process that lives as long as its editor near what it holds. By itself V8 lets it grow to twice as much and more
 * before it looks for what can go, and takes up to 48 MB for what is made and thrown away; a key takes as long in either case.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=60');
  const observer = new PerformanceObserver(() => {
    const nursery = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if (nursery === undefined || nursery.space_size < NURSERY) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}
