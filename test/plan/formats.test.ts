import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCertificates } from '../../server/src/machine/certificates.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { readers } from '../../server/src/plan/import/readers.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';

const FORMATS = join(import.meta.dirname, 'formats');

const tools = { readCertificates: await loadCertificates() };

/** A folder for each format, with files as people have them; beside each what becomes of it. */
describe.each(readers)('$format', (reader) => {
  const folder = join(FORMATS, reader.format);
  const names = readdirSync(folder).filter((name) => !name.endsWith('.lync.yaml'));

  it('is known by five files or more', () => {
    expect(names.length).toBeGreaterThanOrEqual(5);
  });

  it.each(names)('%s', async (name) => {
    const file = { source: name, text: readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '') };
    const has = readers.find((one) => one.takes(file) && one.read(file, undefined, tools) !== undefined);
    expect(has?.format).toBe(reader.format);
    const { found, complaints } = readFound([file], undefined, tools);
    const { text, notes } = importSpec(found);
    const said = [...complaints, ...notes].map((note) => `# said: ${inEnglish(note)}\n`).join('');
    await expect(text + said).toMatchFileSnapshot(join(folder, `${name}.lync.yaml`));
    // What somebody has to fill in is no value yet.
    const filled = text.replaceAll(/<[a-z ]+>/g, 'litwareinc.com');
    expect(readSpec(filled).faults.map(({ kind }) => kind)).toEqual([]);
  });
});
