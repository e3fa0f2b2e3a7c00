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
  'with CRLF': ({ text, edit }) => ({ text: text.replaceAll('\n', '\r\n'), edit }),
  'with Korean comments': ({ text, edit }) => ({
    text: text.replace(/# Ticket (\d+).*/g, '# 요청 $1, 매년 검토').replace(/Approved by .*,/g, '협업 위원회 승인,'),
    edit,
  }),
  'with a long runbook': ({ text, edit }) => ({ text: text + commands(500), edit }),
};

function commands(count: number): string {
  return Array.from({ length: count }, (_, i) => `  - Remove-CsAllowedDomain -Identity gone-${i}.example\n`).join('');
}
