import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/federation.schema.json' with { type: 'json' };
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { cmdletReference } from '../../server/src/catalog/cmdlets.generated.ts';
import { isDate } from '../../server/src/catalog/dates.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { symptomReference } from '../../server/src/catalog/symptoms.generated.ts';
import { answers } from '../../server/src/diagnose/asked.ts';
import { type Known, symptoms } from '../../server/src/diagnose/symptoms.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { cli } from '../cli/cli.ts';

const causes = Object.entries(symptomReference.causes);

describe('the symptoms of the catalog', () => {
  it('are those that documents tell of, and a few more', () => {
    expect(symptoms.filter(({ verified }) => verified !== false).length).toBeGreaterThanOrEqual(124);
    expect(symptoms.length).toBeGreaterThanOrEqual(159);
  });

  it('name causes, rules, sources and products that there are, and each cause and source is named', () => {
    const named = symptoms.flatMap((one) => one.causes);
    expect(named.filter((id) => !Object.hasOwn(symptomReference.causes, id))).toEqual([]);
    expect(causes.filter(([id]) => !named.includes(id)).map(([id]) => id)).toEqual([]);
    const rules = causes.flatMap(([, cause]) => cause.rules ?? []);
    const subjects = (rule: string) => causes.flatMap(([, cause]) => cause.subjects?.[rule] ?? []);
    expect(subjects('firewall-port-closed').filter((id) => !Object.hasOwn(catalog.ports, id))).toEqual([]);
    expect(subjects('hosted-service-incomplete').filter((id) => !Object.hasOwn(catalog.hosting, id))).toEqual([]);
    expect(rules.filter((id) => !ruleIds.some((known) => known === id))).toEqual([]);
    const sources = symptoms.flatMap((one) => one.sources);
    expect(sources.filter((id) => !Object.hasOwn(symptomReference.sources, id))).toEqual([]);
    expect(Object.keys(symptomReference.sources).filter((id) => !sources.includes(id))).toEqual([]);
    const products: readonly string[] = idsOf(catalog.products);
    expect(symptoms.flatMap((one) => one.products ?? []).filter((id) => !products.includes(id))).toEqual([]);
  });

  it('rest on documents, each read on a day, where they are verified', () => {
    const without = symptoms.filter(({ verified, sources }) => verified !== false && sources.length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
    const days = Object.values(symptomReference.sources).map(({ confirmed }) => confirmed);
    expect(days.filter((day) => !isDate(day) || day > new Date().toISOString().slice(0, 10))).toEqual([]);
  });

  it('have a code or a name, and one that is verified has causes where it tells of a failure', () => {
    expect(symptoms.filter(({ kind, code }) => kind !== 'client' && code === undefined)).toEqual([]);
    const open = symptoms.filter(({ causes: why, verified, code }) => {
      return why.length === 0 && verified !== false && !code?.includes('-');
    });
    expect(open.map(({ id }) => id)).toEqual([
      'event-14353',
      'event-12288',
      'event-19002',
      'event-22002',
      'event-61045',
      'result-0xc3e8302d',
    ]);
  });

  it('lead to keys that a spec has', () => {
    const paths = causes.flatMap(([, cause]) => cause.spec ?? []);
    expect(paths.filter((path) => !isKey(path))).toEqual([]);
  });

  it('name cmdlets that the catalog has, and others that are none of federation', () => {
    const named = causes.flatMap(([, { cmdlet = '' }]) => cmdlet.match(/\b[A-Z][a-z]+-Cs\w+/g) ?? []);
    const others = new Set(named.filter((name) => !Object.hasOwn(cmdletReference.cmdlets, name)));
    expect([...others].toSorted()).toEqual([
      'Get-CsHostedVoicemailPolicy',
      'Get-CsMediaConfiguration',
      'Get-CsUser',
      'Get-CsVoicePolicy',
      'Get-CsWindowsService',
      'Set-CsDiagnosticHeaderConfiguration',
    ]);
  });
});

describe('explain', () => {
  // By kind and code, and what people see by a few words.
  it.each(readFileSync('test/diagnose/documented.txt', 'utf8').trim().split('\n'))(
    '%s, which documents tell of',
    (line) => {
      const [kind, ...code] = line.split(' ');
      const found = answers(code.join(' ')).filter(({ symptom }) => symptom.kind === kind);
      expect(found.filter(({ symptom }) => symptom.verified !== false && symptom.sources.length > 0)).not.toEqual([]);
    },
  );

  it.each(symptoms.map((one) => [one.id, one] as const))('%s by what people see of it', (id, one) => {
    for (const words of ways(one))
      expect(
        answers(words).map(({ symptom }) => symptom.id),
        words,
      ).toContain(id);
  });

  it('a code, with who judged, causes, rules and what shows them', async () => {
    const { code, stdout, stderr } = await cli(['explain', '1009']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('golden/explain.1009.txt');
  });

  it.each([
    ['14517', ['event-14517']],
    ['SEC_E_WRONG_PRINCIPAL', ['result-0x80090322']],
    ['sec_e_wrong_principal', ['result-0x80090322']],
    ['80090322', ['result-0x80090322']],
    ['2148074274', ['result-0x80090322']],
    ['The error was -2146893022', ['result-0x80090322']],
    ['10054(WSAECONNRESET)', ['result-0x80072746']],
    ['504 Server time-out', ['sip-504']],
    ['504, Server time-out', ['sip-504']],
    ['SIP/2.0 504 Server time-out', ['sip-504']],
    ['1015', ['diagnostics-1015', 'event-1015']],
    ['event 1015', ['event-1015']],
    ['ms-diagnostics 1015', ['diagnostics-1015']],
    ['LS File Transfer Agent Service 1034', ['event-1034']],
    ['Source: LS File Transfer Agent Service\nEvent ID: 1034', ['event-1034']],
    ['Source: Somebody Else\nEvent ID: 1034', []],
    ['ms-diagnostics: 1034;reason="x"', ['diagnostics-1034']],
    ['16500', ['diagnostics-16000-16999']],
    ['1029', ['diagnostics-1028-1032']],
    ['ErrorCode=1008,Source=sip.contoso.com,Reason=Unable to', ['diagnostics-1008']],
    ['a message (ID: 504)', ['sip-504', 'client-id-504']],
    ['43000', []],
    ['nothing at all', []],
  ])('%j', (words, ids) => {
    expect(answers(words).map(({ symptom }) => symptom.id)).toEqual(ids);
  });

  it.each([
    ['source first', 'ms-diagnostics: 1009;source="sip.contoso.com";reason="r; s";domain="fabrikam.com"'],
    [
      'source last, blanks',
      'ms-diagnostics:  1009 ; reason = "r; s" ; Domain = "fabrikam.com" ; Source = sip.contoso.com',
    ],
    ['typographic', 'ms-diagnostics: 1009;reason=“r; s”;domain=„fabrikam.com“;source=«sip.contoso.com»'],
    ['wrapped between', 'ms-diagnostics: 1009;reason="r; s";\n   domain="fabrikam.com";\n   source="sip.contoso.com"'],
    ['wrapped within', 'ms-diagno\nstics: 1009;reason="r; s";dom\nain="fabrikam.com";source="sip.con\ntoso.com"'],
    [
      'a log',
      'SIP/2.0 ms-diagnostics: 1009;reason="r; s";domain="fabrikam.com";source="sip.contoso.com"#015 Content-Length: 0#015',
    ],
  ])('a pasted header, %s', (_, text) => {
    const [answer, ...others] = answers(text);
    expect(others).toEqual([]);
    expect(answer?.symptom.id).toBe('diagnostics-1009');
    expect(Object.fromEntries(answer?.said ?? [])).toEqual({
      reason: 'r; s',
      domain: 'fabrikam.com',
      source: 'sip.contoso.com',
    });
  });

  it('several headers of one message, each with its judge', () => {
    const text =
      'SIP/2.0 404 Not Found\r\nms-diagnostics: 1034;reason="r";Domain="fabrikam.com";PeerServer="sip.fabrikam.com";source="sip.contoso.com"\r\nms-diagnostics: 10003;source="med.contoso.com";reason="r";SipResponseCode="404"\r\nms-diagnostics-public: 10003;reason="r"\r\nms-client-diagnostics: 23;reason="r"';
    expect(answers(text).map(({ symptom, said }) => [symptom.id, said.get('source')])).toEqual([
      ['diagnostics-1034', 'sip.contoso.com'],
      ['diagnostics-10003', 'med.contoso.com'],
      ['diagnostics-10003', undefined],
      ['diagnostics-23', undefined],
      ['sip-404', undefined],
    ]);
  });

  it('for programs', async () => {
    const { stdout } = await cli(['explain', '--format', 'json', 'ms-diagnostics: 1010;source="sip.contoso.com"']);
    const { version, asked, answers: all } = JSON.parse(stdout);
    expect({ version, asked, count: all.length }).toEqual({
      version: 1,
      asked: 'ms-diagnostics: 1010;source="sip.contoso.com"',
      count: 1,
    });
    expect(all[0]).toMatchObject({
      id: 'diagnostics-1010',
      kind: 'diagnostics',
      judge: 'source',
      direction: 'either',
      verified: true,
      said: { source: 'sip.contoso.com' },
    });
    expect(all[0].causes[0]).toMatchObject({ id: 'partner-certificate-name', side: 'partner', rules: [] });
    expect(all[0].sources[0]).toHaveProperty('url');
    const rule = JSON.parse((await cli(['explain', '--format', 'json', 'retired-provider'])).stdout);
    expect(rule.answers[0].text).toContain('retired-provider');
  });

  it('takes long hostile text in no time', () => {
    const start = performance.now();
    for (const part of [
      'ms-diagnostics: ',
      '1;a="',
      '="',
      '100\n',
      ';a=',
      'Event ID',
      'ErrorCode=1 ',
      '0x8009',
      '504 ',
      '-21',
    ])
      answers(part.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

/** The ways in which it is met. */
function ways({ kind, id, code = '', names = [], writers }: Known): readonly string[] {
  const number = code.split('-')[0] ?? '';
  switch (kind) {
    case 'diagnostics':
      return /^\d+$/.test(code)
        ? [code, `ms-diagnostics: ${code};reason="…"`, `ms-diagnostics-public: ${code}`].slice(
            0,
            id === 'diagnostics-23' ? 2 : 3,
          )
        : [String(Number(number) + 2)].filter((one) =>
            answers(one).every(({ code: written }) => written !== undefined),
          );
    case 'event':
      return [code, `Event ID: ${code}`, `Source: ${writers?.[0] ?? 'LS Anything'}\nEvent ID: ${code}`];
    case 'response':
      return [code, `SIP/2.0 ${code} ${names[0]}`, `${code} (${names[0]})`];
    case 'result':
      return [code, ...names];
    case 'client':
      return [id, ...names.map((name) => `It says: ${name}.`)];
  }
}

/** Whether the schema of a spec has the key. */
function isKey(path: string): boolean {
  const defs: Readonly<Record<string, unknown>> = schema.$defs;
  const children = (node: unknown): readonly unknown[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { $ref: ref, oneOf = [], anyOf = [], allOf = [] }: Record<string, unknown> = { ...node };
    const target = typeof ref === 'string' ? [defs[ref.replace('#/$defs/', '')]] : [];
    return [node, ...[...target, ...[oneOf, anyOf, allOf].flat()].flatMap(children)];
  };
  let nodes: readonly unknown[] = children(schema);
  for (const part of path.split('.')) {
    const key = part.replace('[]', '');
    const found = nodes.flatMap((node) => {
      const { properties = {} }: Record<string, object> = { ...(node as object) };
      return key in properties ? children(Object.entries(properties).find(([name]) => name === key)?.[1]) : [];
    });
    nodes = part.endsWith('[]')
      ? found.flatMap((node) => children(({ ...(node as object) } as { items?: unknown }).items))
      : found;
    if (nodes.length === 0) return false;
  }
  return true;
}
