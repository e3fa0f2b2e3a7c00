import type { ExtensionFault } from '../../spec/extended.ts';
import { type Code, code, type Message, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const extendedFileUnusable: Rule = {
  id: 'extended-file-unusable',
  summary: say`A file under extends that is missing, leads in a circle, or cannot be read.`,
  severity: 'error',
  facts: [],

  *check(_, { faults }) {
    for (const fault of faults) {
      if (fault.kind !== 'extension') continue;
      const { at, name, why } = fault;
      const message = MESSAGES[why](code(name));
      yield { at, message, ...((why === 'twice' || why === 'unread') && { severity: 'warning' }) };
    }
  },
};

const MESSAGES: Readonly<Record<ExtensionFault, (file: Code) => Message>> = {
  missing: (file) =>
    say`${file} is not there, so the spec lacks what it says. Put the file where it is looked for, or correct the path.`,
  outside: (file) =>
    say`${file} lies outside of the folders of this project, so it is not read. Move it to one of them, or check from a folder above both.`,
  absolute: (file) =>
    say`${file} is no path relative to this file, so it is not read: it would lead elsewhere on every machine. Write it from here on.`,
  unreadable: (file) => say`${file} cannot be read as a federation spec. Name a text file, and see who may read it.`,
  'too-large': (file) => say`With ${file} the spec is larger than anything that is read. Share less in one file.`,
  'too-many': (file) =>
    say`${file} is one file too many for one spec, so it is not read. Put what is shared into fewer files.`,
  cycle: (file) =>
    say`${file} leads back to a file that extends this one, so it is not read again. Take it out of one of them.`,
  twice: (file) => say`${file} is part of this spec already, and counts once. Take it out here.`,
  unread: (file) =>
    say`${file} was not read here, so the spec is judged without it. Save the spec in a trusted workspace, or check it on the command line.`,
};
