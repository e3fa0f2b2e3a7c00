import type { BenchSpec } from './spec.ts';

/** What other specs are like: each changes the text of a spec and leaves the line that is edited where it is. */
export const variants: Readonly<Record<string, (spec: BenchSpec) => BenchSpec>> = {
  plain: (spec) => spec,
  'with an alias': ({ text, edit }) => ({
    text: text
      .replace('{ name: Contoso }', '{ name: &name Contoso }')
      .replace(/comment: Approved .*/, 'comment: *name'),
    edit,
  }),
  'with another line half typed': ({ text, edit }) => ({
    text: text.replace('{ name: Contoso }', '{ name: Contoso'),
    edit,
  }),
  'in flow style': flow,
  'with CRLF': ({ text, edit }) => ({ text: text.replaceAll('\n', '\r\n'), edit }),
  'with Korean comments': ({ text, edit }) => ({
    text: text.replace(/# Ticket (\d+).*/g, '# 요청 $1, 매년 검토').replace(/Approved by .*,/g, '협업 위원회 승인,'),
    edit,
  }),
  'with a long runbook': ({ text, edit }) => ({ text: text + commands(500), edit }),
};

/** Each partner in braces on one line, but for the one that is edited. */
function flow({ text, edit }: BenchSpec): BenchSpec {
  const lines: string[] = [];
  let line = edit.line;
  for (const [i, one] of text.split('\n').entries()) {
    const [, key, value] = /^ {6}(proxyFqdn|comment): (.*)$/.exec(one) ?? [];
    const open = /^( {4}- \{ .*) \}$/.exec(lines.at(-1) ?? '')?.[1];
    if (key !== undefined && open !== undefined) {
      lines[lines.length - 1] = `${open}, ${key}: ${JSON.stringify(value)} }`;
      if (i < edit.line) line--;
    } else lines.push(i === edit.line ? one : one.replace(/^( {4}- )(domain: .*)$/, '$1{ $2 }'));
  }
  return { text: lines.join('\n'), edit: { ...edit, line } };
}

function commands(count: number): string {
  return Array.from({ length: count }, (_, i) => `  - Remove-CsAllowedDomain -Identity gone-${i}.example\n`).join('');
}
