import type { BenchSpec } from './spec.ts';
import { twin } from './twin.ts';

type Change = (spec: BenchSpec) => BenchSpec;

/** What other specs are like, and other edits. */
interface Variant {
  readonly yaml: Change;
  /** The same of the twin in JSON, where that is not simply the twin of what has become of the YAML. */
  readonly json?: Change;
}

export const variants: Readonly<Record<string, Variant>> = {
  plain: { yaml: (spec) => spec },
  'with an alias': {
    yaml: inText((text) =>
      text.replace('{ name: Contoso }', '{ name: &name Contoso }').replace(/comment: Approved .*/, 'comment: *name'),
    ),
  },
  'with another line half typed': {
    yaml: inText((text) => text.replace('{ name: Contoso }', '{ name: Contoso')),
    json: inText((text) => text.replace('"Contoso"', '"Contoso')),
  },
  'that leaves its line half typed': { yaml: typing(': '), json: typing('"') },
  'that makes a line a comment': {
    yaml: commented('    ', '- domain: commented_!.example', '#', 0),
    json: commented('      ', '"commented_!.example",', '//', -1),
  },
  'in flow style': { yaml: flow },
  'with CRLF': { yaml: inText(crlf), json: inText(crlf) },
  'with Korean comments': {
    yaml: inText((text) =>
      text.replace(/# Ticket (\d+).*/g, '# 요청 $1, 매년 검토').replace(/Approved by .*,/g, '협업 위원회 승인,'),
    ),
  },
  'with a long runbook': { yaml: inText((text) => text + commands(500)) },
};

/** A variant in the language of a server. */
export function varied(spec: BenchSpec, { yaml, json }: Variant, isJson: boolean): BenchSpec {
  if (!isJson) return yaml(spec);
  return json ? json(twin(spec)) : twin(yaml(spec));
}

function inText(change: (text: string) => string): Change {
  return ({ text, edit }) => ({ text: change(text), edit });
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

function typing(broken: string): Change {
  return ({ text, edit }) => ({ text, edit: { ...edit, broken } });
}

/** One more item, with a mistake, before the one that is edited elsewise: it is in a comment, or it is not. */
function commented(indent: string, item: string, mark: string, lines: number): Change {
  return ({ text, edit }) => {
    const line = edit.line + lines;
    const all = text.split('\n').toSpliced(line, 0, indent + mark + item);
    return { text: all.join('\n'), edit: { line, character: indent.length, healed: mark, broken: '' } };
  };
}

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
