const form = /^\d{4}-\d{2}-\d{2}$/;
const millisecondsPerDay = 86_400_000;

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. Such texts compare in order of time. */
export function isDate(text: string): boolean {
  return form.test(text) && text === written(days(text));
}

/** The day that lies so many days after the date (before it, when negative); both `YYYY-MM-DD`. */
export function addDays(date: string, count: number): string {
  return written(days(date) + count);
}

/** How many days lie from the one date to the other: negative when the other comes first. */
export function daysBetween(from: string, to: string): number {
  return days(to) - days(from);
}

/** Days since 1970-01-01, in UTC so that no day is longer or shorter than another. */
function days(date: string): number {
  return Date.parse(date) / millisecondsPerDay;
}

function written(count: number): string {
  const date = new Date(count * millisecondsPerDay);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
