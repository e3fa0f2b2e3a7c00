import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyze } from '../../server/src/analyze.ts';
import { snippetOf } from '../../server/src/features/template-snippet.ts';
import { EXAMPLES, templates } from '../../server/src/templates/templates.ts';
import snippets from '../../snippets/lync-federation.json' with { type: 'json' };

/** What is wrong with a template on purpose. */
const INTENDED: Readonly<Record<string, readonly string[]>> = {
  review: [
    'product-out-of-support: lync-2013',
    'retired-provider: Messenger',
    'retired-provider: AOL',
    'retired-provider: Yahoo!',
    'certificate-client-usage-ending: client',
  ],
};

describe.each(templates)('the template $name', (template) => {
  const { name, text } = template;

  it.each(['2026-12-01', '2030-01-01'])('has the problems that are meant on %s, and no other', (asOf) => {
    const { problems } = analyze(text, { asOf });
    expect(problems.map(({ rule, at }) => `${rule}: ${text.slice(at.start, at.end)}`)).toEqual(INTENDED[name] ?? []);
  });

  it('says no day, and no name but the examples', () => {
    expect(parse(text)).not.toHaveProperty('asOf');
    const names = text.match(/\b[\w-]+\.(?:com|example)\b/g) ?? [];
    expect(names.filter((one) => !EXAMPLES.includes(one) && !/^(?:lync|spam)\./.test(one))).toEqual([]);
  });

  it('is what its snippet makes of the examples, each asked once', () => {
    const asked = new Map<string, string>();
    const typed = snippetOf(template)
      .replace(/\$\{(\d+):([^}]*)\}/g, (_, stop: string, example: string) => {
        expect(asked.has(stop)).toBe(false);
        asked.set(stop, example);
        return example;
      })
      .replace(/(?<!\\)\$(\d+)/g, (_, stop: string) => asked.get(stop) ?? '')
      .replace(/\\(.)/g, '$1');
    expect(typed).toBe(text);
    const inOrder = [...asked].toSorted().map(([, example]) => example);
    expect(inOrder).toEqual(EXAMPLES.filter((example) => text.includes(example)));
  });
});

it('the snippets of VS Code are the templates', () => {
  expect(Object.values(snippets).map(({ body }) => `${body.join('\n')}\n`)).toEqual(templates.map(snippetOf));
});
