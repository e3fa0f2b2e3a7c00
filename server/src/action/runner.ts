import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** What a runner says by its environment. */
export type RunnerEnv = Readonly<Record<string, string | undefined>>;

/** An input as a runner hands it over; empty where nobody gave one. */
export function inputOf(env: RunnerEnv, name: string): string {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}

/** Tells later steps; a value may have several lines. */
export function setOutput(env: RunnerEnv, name: string, value: string): void {
  const end = `end-${randomUUID()}`;
  append(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}

/** Adds to the summary of the job. */
export function addSummary(env: RunnerEnv, markdown: string): void {
  append(env.GITHUB_STEP_SUMMARY, markdown);
}

function append(file: string | undefined, text: string): void {
  if (file) appendFileSync(file, text);
}
