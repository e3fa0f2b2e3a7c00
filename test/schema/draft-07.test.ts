import { globSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import schema from '../../schemas/federation.draft-07.schema.json' with { type: 'json' };
import { readSpec } from '../../server/src/spec/read.ts';

const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

describe('the draft-07 copy', () => {
  it.each(globSync('examples/*.lync.yaml'))('finds in %s what is wrong with a form', (file) => {
    validate(parse(readFileSync(file, 'utf8')));
    const faults = validate.errors?.map(({ instancePath }) => instancePath) ?? [];
    expect(faults).toEqual(file.endsWith('multi-domain.lync.yaml') ? ['/dns/srv/1/name'] : []);
  });

  // The one declaration and its copy agree on every fixture.
  it.each(globSync('test/fixtures/{unknown-key,unknown-value,wrong-type,missing-key}/*.lync.yaml'))(
    'agrees on %s',
    (file) => {
      const text = readFileSync(file, 'utf8');
      const faults = readSpec(text).faults.filter(({ kind }) => kind !== 'duplicate-key' && kind !== 'syntax');
      expect(validate(parse(text, { uniqueKeys: false }))).toBe(faults.length === 0);
    },
  );
});
