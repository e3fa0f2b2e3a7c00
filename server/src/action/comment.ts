import { readFileSync } from 'node:fs';
import type { RunnerEnv } from './runner.ts';

/** By which the comment of an earlier run is known. */
const MARK = '<!-- lync-federation -->';

/**
 * Puts a comment on the pull request of the run, in place of that of an earlier one. Outside of a pull request there is nobody to tell.
 * @throws Error where GitHub refuses
 */
export async function comment(env: RunnerEnv, token: string, markdown: string): Promise<boolean> {
  const number = pullRequestOf(env);
  if (number === undefined) return false;
  const issues = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues`;
  const before = await earlier(`${issues}/${number}/comments`, token);
  const body = `${MARK}\n${markdown}`;
  if (before === undefined) await ask(`${issues}/${number}/comments`, token, { method: 'POST', body });
  else await ask(`${issues}/comments/${before}`, token, { method: 'PATCH', body });
  return true;
}

function pullRequestOf({ GITHUB_EVENT_PATH }: RunnerEnv): number | undefined {
  if (!GITHUB_EVENT_PATH) return undefined;
  const number: unknown = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')).pull_request?.number;
  return typeof number === 'number' ? number : undefined;
}

async function earlier(comments: string, token: string): Promise<number | undefined> {
  for (let page = 1; ; page++) {
    const some = await ask(`${comments}?per_page=100&page=${page}`, token);
    if (!Array.isArray(some) || some.length === 0) return undefined;
    const own = some.find(({ body }) => typeof body === 'string' && body.startsWith(MARK));
    if (own) return own.id;
  }
}

async function ask(
  url: string,
  token: string,
  sent?: { readonly method: string; readonly body: string },
): Promise<unknown> {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': 'lync-federation',
    'x-github-api-version': '2022-11-28',
  };
  const answer = await fetch(
    url,
    sent ? { method: sent.method, headers, body: JSON.stringify({ body: sent.body }) } : { headers },
  );
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer.json();
}
