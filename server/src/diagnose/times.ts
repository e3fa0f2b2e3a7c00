/** A time as logs, events and cmdlets write it, as `2015-11-04 08:15:02`; undefined where day and month cannot be told apart. */
export function timeIn(text: string): string | undefined {
  const iso = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?[T ]\s?(?:(오전|오후|AM|PM)\s)?(\d{1,2}):(\d\d)(?::(\d\d))?/i.exec(
    text,
  );
  if (iso) {
    const [, year, month, day, half, hour, minute, second] = iso;
    return written(year, month, day, { hour, minute, second, half });
  }
  const other =
    /(\d{1,2})([/.-])(\d{1,2})\2(\d{4})[-|, ]{1,2}(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?(?:\s?(AM|PM))?/i.exec(text);
  if (!other) return undefined;
  const [whole, first, separator, second, year, hour, minute, seconds, half] = other;
  const clock = { hour, minute, second: seconds, half };
  if (separator === '.') return written(year, second, first, clock);
  // Traces put the month first, as do clocks with halves of the day.
  if (half !== undefined || /\d{4}[-|]\d/.test(whole) || Number(second) > 12)
    return written(year, first, second, clock);
  return Number(first) > 12 || first === second ? written(year, second, first, clock) : undefined;
}

interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly half: string | undefined;
}

function written(year = '', month = '', day = '', { hour = '', minute = '', second = '00', half }: Clock) {
  const isLater = half !== undefined && /^(?:PM|오후)$/i.test(half);
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isLater ? 12 : 0);
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || hours > 23) return undefined;
  return `${year}-${two(month)}-${two(day)} ${two(String(hours))}:${minute}:${second}`;
}

function two(number: string): string {
  return number.padStart(2, '0');
}
