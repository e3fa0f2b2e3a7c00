/** The value below which a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** Median and 95th percentile, in the unit of the samples. */
export function shown(samples: readonly number[]): string {
  return samples.length === 0 ? '-' : `${digits(quantile(samples, 0.5))} / ${digits(quantile(samples, 0.95))}`;
}

/** The ratio of two medians with its 95 % bootstrap interval. */
export function ratio(samples: readonly number[], base: readonly number[]): string {
  if (samples.length === 0 || base.length === 0) return '-';
  const draws = Array.from({ length: 400 }, () => quantile(resample(samples), 0.5) / quantile(resample(base), 0.5));
  const middle = quantile(samples, 0.5) / quantile(base, 0.5);
  return `${digits(middle)} [${digits(quantile(draws, 0.025))}–${digits(quantile(draws, 0.975))}]`;
}

function resample(samples: readonly number[]): number[] {
  return samples.map(() => samples[Math.floor(Math.random() * samples.length)] ?? 0);
}

export function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
