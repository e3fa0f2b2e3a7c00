/** Today on the user's own calendar, `YYYY-MM-DD`. The only place that reads the clock. */
export function today(): string {
  const now = new Date();
  const two = (count: number) => String(count).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
