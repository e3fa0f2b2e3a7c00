import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { Trace } from '../../server/src/diagnose/trace.ts';
import { contextAt } from '../../server/src/features/completion/context.ts';
import { indentTyped } from '../../server/src/features/on-type.ts';
import { editorConfigOf } from '../../server/src/lsp/editorconfig.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { isOurs } from '../../server/src/project/included.ts';
import { repairAll } from '../../server/src/repair.ts';
import { bitsOf } from '../../server/src/text/address.ts';
import { hostKey, parentOf } from '../../server/src/text/host.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { markdownOf } from '../../server/src/text/markdown.ts';
import { inCode, inEnglish, say } from '../../server/src/text/message.ts';

/** A megabyte of it: what grows with the square of a line would take minutes. What doubles with each character takes forty of them. */
const long = (of: string) => of.repeat(1_000_000 / of.length);

function imported(text: string, source = 'a.txt'): readonly string[] {
  const { found, complaints } = readFound([{ source, text }]);
  importSpec(found);
  return complaints.map((one) => inEnglish(one));
}

function traced(...pieces: readonly string[]): number {
  let seen = 0;
  const trace = new Trace(() => seen++);
  for (const piece of pieces) trace.read(piece);
  trace.end();
  return seen;
}

describe('a long line is looked at once', () => {
  it('where a search asks whether a file is a spec', () => {
    expect(isOurs('a.yaml', `${'# licence\r\n'.repeat(40)}services:\r\n`)).toBe(false);
    expect(isOurs('a.yaml', `${'# licence\r\n\r\n# or\r'.repeat(40)}lyncFederation: 1\r\n`)).toBe(true);
    expect(isOurs('a.yaml', `${long('#\n')}a: 1\n`)).toBe(false);
  });

  it('where a file may be damaged JSON', () => {
    expect(imported('//'.repeat(40))).toEqual([expect.stringContaining('is no capture')]);
    expect(imported(`// a\r\n// b\n{ "Domain": }`)).toEqual([expect.stringContaining('`a.txt` is damaged JSON')]);
  });

  it('where Enter is pressed behind a key', () => {
    const text = `a: ${'&'.repeat(40)} b\n`;
    expect(indentTyped(new LineTable(text), text.length, '\n', 2)).toEqual([]);
  });

  it.each(['\\"', '[', 'a: 1, '])('where something is typed in a flow collection: %s', (of) => {
    const text = `a: { ${of.repeat(100_000 / of.length)}\n  x`;
    expect(contextAt(new LineTable(text), text.length)).toMatchObject({ flow: true, typed: 'x' });
  });

  it('where captures are read', () => {
    const zone = `$ORIGIN contoso.com.\n@ 3600 IN SOA ns.contoso.com. admin.contoso.com. 1 1 1 1 1\n`;
    expect(imported(`${zone}${long('a.')} 3600 IN A 192.0.2.1\n`)).toEqual([]);
    expect(imported(`${zone}${long('- ')}\n`)).toEqual([]);
    const xml = '<Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008">';
    expect(imported(`${long('a ')}${xml}`)).toHaveLength(1);
    expect(imported(`PS C:\\> Get-CsAllowedDomain\n${long('- ')}\n${long('- ')}\n`)).toEqual([]);
    const failed = `Resolve-DnsName : a\n+ CategoryInfo : (${long('(')}:String) DNS_ERROR_RCODE_NAME_ERROR`;
    expect(
      imported(`PS C:\\> Get-CsAllowedDomain\n\nDomain : a.example\n\nPS C:\\> Resolve-DnsName a\n${failed}\n`),
    ).toEqual([]);
  });

  it('where traces are read', () => {
    expect(traced('<Event>\n', long('a\n'), long('<Event '), long('</Event>'))).toBe(0);
    expect(traced(long('Test-CsFederatedPartner ').slice(0, 60_000).repeat(10))).toBe(0);
  });

  it('where names and addresses are compared', () => {
    expect(hostKey(`${long('\u4e00\u4e01\u4e02\u4e03')}.`)).toHaveLength(1_000_000);
    expect(parentOf(long('a.'))).toBe('');
    expect(bitsOf(long('@'))).toBeUndefined();
  });

  it('where values are shown', () => {
    expect(inCode(`a${long(' ')}b`)).toHaveLength(1_000_002);
    expect(inCode(`a${long(' ')}\n\n b`) === 'a b').toBe(true);
    expect(markdownOf(say`${`a${long(' ')}\n\n b`}`, {}) === 'a b').toBe(true);
  });

  it('where a spec is repaired', () => {
    const comment = `${long(' ')}# lync-federation: ignore[wrong-type] until=2014/3/31, why`;
    const text = `lyncFederation: 1\n# ${long(' ')}x\norganization:\n  name: 2013${comment}\n`;
    const { done } = repairAll(text, { asOf: '2014-07-01' }, { review: true });
    expect(done.map(({ rule }) => rule)).toContain('expired-suppression');
    const blanks = `lyncFederation: 1\ncmdlets:\n  - New-CsAllowedDomain -Domain a.example -Comment "b${long(' ')}c\n`;
    expect(analyze(blanks, { asOf: '2014-07-01' }).failures).toEqual([]);
  });

  it('where the style of a folder is read', async () => {
    const text = `root = true\n[*]\nindent_size${long(' ')}4\n indent_size = 4 \n`;
    const read = async () => new TextEncoder().encode(text);
    expect([...(await editorConfigOf('file:///a/b.yaml', read))]).toEqual([['indent_size', '4']]);
  });
});
