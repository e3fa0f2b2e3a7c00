import type { FileFault } from '../../deployment/certificate-files.ts';
import { each } from '../../spec/model.ts';
import { type Code, code, type Message, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const certificateFileUnusable: Rule = {
  id: 'certificate-file-unusable',
  summary: say`A certificate file that is missing, holds no certificate, or holds a private key.`,
  severity: 'error',
  facts: [],

  *check(spec, { certificateFiles }) {
    for (const { file } of each(spec.certificates)) {
      const read = file && certificateFiles?.get(file.value);
      if (file === undefined || read === undefined || !('fault' in read)) continue;
      yield { at: file.at, message: MESSAGES[read.fault](code(file.value)) };
    }
  },
};

const MESSAGES: Readonly<Record<FileFault, (file: Code) => Message>> = {
  missing: (file) =>
    say`${file} is not there, so nobody can compare the certificate with this entry. Put the certificate beside the spec, or correct the path.`,
  outside: (file) =>
    say`${file} leads out of the folder of the spec, so it is not read. Put the certificate into that folder, or into one below it.`,
  unreadable: (file) =>
    say`${file} cannot be read, so nobody can compare the certificate with this entry. Name a file, and see who may read it.`,
  'too-large': (file) => say`${file} is too large for a certificate, so it is not read. Export the certificate anew.`,
  'no-certificate': (file) =>
    say`${file} holds no certificate that can be read. Export it anew, as PEM, DER or PKCS #7.`,
  'private-key': (file) =>
    say`${file} holds a private key, so it is not read further. Take the key out of this folder and out of its history, and put the certificate in its place; if others could read the key, have the certificate revoked.`,
};
