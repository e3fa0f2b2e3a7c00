import { isDate } from '../../catalog/dates.ts';
import type { Fix } from '../../edits/fix.ts';
import { commentRemoval, type Suppression } from '../../suppression/suppressions.ts';
import type { LineTable } from '../../text/lines.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Finding, Rule } from '../rule.ts';

export const expiredSuppression: Rule = {
  id: 'expired-suppression',
  summary: say`A suppression comment whose last day is over, or cannot be read.`,
  severity: 'warning',
  facts: [],
  scripts: true,
  about: 'suppressions',

  *check(_, { asOf, suppressions, lines }) {
    const seen = new Set<number>();
    for (const suppression of suppressions) {
      const { comment, until, forbidden } = suppression;
      if (until === undefined || forbidden || seen.has(comment.start)) continue;
      seen.add(comment.start);
      if (until.day === undefined) yield unreadable(until.at, asOf, lines);
      else if (suppression.expired) yield over(suppression, until.at, until.day, lines);
    }
  },
};

function over(suppression: Suppression, at: Range, day: string, lines: LineTable): Finding {
  const message = say`This suppression ended on ${day}, and what it covered is reported again. Repair that, or give the comment a later day.`;
  return { at, message, fixes: [...keeping(suppression), removing(suppression, lines)] };
}

/** Nobody loses a word by it, but an administrator may rather prolong the suppression. */
function keeping({ comment, reason }: Suppression): readonly Fix[] {
  if (reason === '') return [];
  const edits = [{ edit: 'text', at: comment, insert: `# ${reason}` }] as const;
  return [{ title: say`Keep the reason as a plain comment`, safety: 'review', edits }];
}

function removing({ comment }: Suppression, lines: LineTable): Fix {
  const edits = [{ edit: 'text', ...commentRemoval(comment, lines) }] as const;
  return { title: say`Remove the suppression`, safety: 'review', edits };
}

/** The comment goes on to hold, without end; so this fails the build in place of what it covers. */
function unreadable(at: Range, asOf: string, { text }: LineTable): Finding {
  const written = text.slice(at.start, at.end);
  const message = say`${code(written)} does not tell the last day of this suppression, so it has no end. Write it like ${code(`until=${asOf}`)}.`;
  return { at, severity: 'error', message, fixes: [...rewriting(at, written), unending(at, text)] };
}

/** Where the day can be told from what is written. */
function rewriting(at: Range, written: string): readonly Fix[] {
  const [, year = '', month = '', day = ''] =
    /^until\s*[=:]?\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[.,;:]?$/i.exec(written) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return [];
  const insert = `until=${date}`;
  const edits = [{ edit: 'text', at, insert }] as const;
  return [{ title: say`Change ${code(written)} to ${code(insert)}`, safety: 'safe', edits }];
}

function unending(at: Range, text: string): Fix {
  const line = text.slice(text.lastIndexOf('\n', at.start - 1) + 1, at.start);
  const start = at.start - (line.length - line.trimEnd().length);
  const edits = [{ edit: 'text', at: { start, end: at.end }, insert: '' }] as const;
  return { title: say`Remove ${code(text.slice(at.start, at.end))}`, safety: 'review', edits };
}
