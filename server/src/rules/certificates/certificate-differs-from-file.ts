import { differencesBetween } from '../../deployment/certificate-differences.ts';
import { shownOf } from '../../deployment/certificate-files.ts';
import { each } from '../../spec/model.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateDiffersFromFile: Rule = {
  id: 'certificate-differs-from-file',
  summary: say`An entry that says of a certificate what its file does not.`,
  severity: 'warning',
  facts: [],

  *check(spec, { certificateFiles }) {
    for (const certificate of each(spec.certificates)) {
      const { name, file } = certificate;
      if (name === undefined || file === undefined) continue;
      for (const { key, at, path, here, there } of differencesBetween(
        certificate,
        shownOf(certificate, certificateFiles),
      )) {
        yield {
          at,
          message: say`${code(key)} of the certificate ${code(name.value)} is ${shown(here)} here and ${shown(there)} in ${code(file.value)}. Partners see the certificate: take over what the file says, or put the right file there.`,
          related: [{ at: file.at, message: say`This file says otherwise.` }],
          fixes: [
            {
              title: say`Take over ${code(key)} from ${code(file.value)}`,
              safety: 'review',
              edits: [there.length === 0 ? remove(path) : set(path, typeof there === 'string' ? there : [...there])],
            },
          ],
        };
      }
    }
  },
};

function shown(said: string | readonly string[]): Message {
  if (typeof said === 'string') return say`${code(said)}`;
  return said.length === 0 ? say`empty` : say`${codes(said)}`;
}
