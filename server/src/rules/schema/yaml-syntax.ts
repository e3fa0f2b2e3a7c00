import { syntaxRepairs } from '../../edits/syntax-repairs.ts';
import { rootSchema } from '../../spec/schema.ts';
import { code, type Message, say } from '../../text/message.ts';
import { MOST_LEVELS } from '../../yaml/bounded.ts';
import type { SyntaxCode } from '../../yaml/syntax-faults.ts';
import type { Rule } from '../rule.ts';

export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  summary: say`Text that is not one YAML mapping.`,
  severity: 'error',
  facts: [],
  projects: true,

  *check(_, { faults, lines, schema }) {
    for (const fault of faults) {
      if (fault.kind !== 'syntax') continue;
      const ofProject = schema === rootSchema ? undefined : IN_PROJECT[fault.code];
      const message = ofProject ?? MESSAGES[fault.code] ?? OTHER;
      yield { at: fault.at, message, fixes: syntaxRepairs(fault, lines) };
    }
  },
};

const OTHER = say`This is not YAML. Check the indentation, colons and quotes here and on the line above.`;

const IN_PROJECT: Readonly<Partial<Record<SyntaxCode, Message>>> = {
  NOT_A_MAPPING: say`A project file is a mapping of keys to values, such as ${code('persona: pedantic')}; this is something else.`,
  SEVERAL_DOCUMENTS: say`A project file is one YAML document, so what follows here is not read. Remove it.`,
};

const MESSAGES: Readonly<Partial<Record<SyntaxCode, Message>>> = {
  EMPTY: say`The file is empty. A federation spec begins with ${code('lyncFederation: 1')}.`,
  NOT_A_MAPPING: say`A federation spec is a mapping of keys to values and begins with ${code('lyncFederation: 1')}; this is something else.`,
  SEVERAL_DOCUMENTS: say`A file holds one federation spec, so what follows here is not read. Put it into a file of its own.`,
  CONFLICT: say`A merge conflict stands here unresolved. Keep one side, and remove the markers.`,
  UNCLOSED_QUOTE: say`This quote is never closed, so all that follows belongs to the text. Close it; inside single quotes a quote is written twice.`,
  UNCLOSED_BRACKET: say`This bracket is not closed before the next key. Close it, or indent the lines that belong into it.`,
  EXTRA_BRACKET: say`No open bracket belongs to this one. Remove it, or put the text in quotes.`,
  MISSING_COMMA: say`Between brackets, entries are separated by commas; one is missing before or in this text.`,
  MISSING_COLON: say`A key is followed by a colon and a space, which are missing here. Add them, or indent the line if it belongs to the text above.`,
  MISSING_BLANK: say`A space belongs after ${code(':')} and ${code('-')}; without it, the whole is one word. Insert it.`,
  COMMENT_NEEDS_BLANK: say`A comment begins with a space and ${code('#')}. Insert the space, or put the text in quotes.`,
  COLON_IN_VALUE: say`A colon and a space make the text before them a key. Put the whole value in quotes.`,
  LIST_BEHIND_KEY: say`A list begins on the line below its key, or stands in brackets: ${code('[a, b]')}.`,
  TEXT_BEHIND_QUOTE: say`The quoted value ended before this text. Put all of it in quotes; inside single quotes a quote is written twice.`,
  BLOCK_HEADER: say`After ${code('|')} or ${code('>')} the line ends, and the text follows on the next one, indented. Put a value that begins with them in quotes.`,
  DEEPER: say`This line is indented below a value, which can hold nothing. Align it with the key above, or move that value.`,
  BAD_INDENT: say`This indentation fits no line above. Align the line with its neighbours.`,
  TAB_AS_INDENT: say`YAML is indented by spaces, never by tabs. Replace the tabs.`,
  UNKNOWN_ALIAS: say`A value that begins with ${code('*')} stands for an anchor, and there is none of this name above. Put it in quotes if it is text.`,
  ALIAS_BOMB: say`Aliases of aliases multiply here until the spec cannot be read. Write the values out.`,
  UNEXPECTED_TOKEN: say`This is not expected here. Put a value with special characters in quotes.`,
  BAD_DQ_ESCAPE: say`In double quotes a backslash begins an escape, and there is none like this. Write ${code('\\\\')}, or use single quotes.`,
  BAD_SCALAR_START: say`A value cannot begin with this character. Put it in quotes.`,
  NON_STRING_KEY: say`A key is plain text, not a list or a mapping.`,
  BAD_ALIAS: say`A value that begins with ${code('*')} or ${code('&')} is an alias or an anchor of YAML. Put it in quotes if it is text.`,
  MULTIPLE_ANCHORS: say`A value has one anchor at most. Remove this one, or put the value in quotes.`,
  TAG_RESOLVE_FAILED: say`A value that begins with ${code('!')} has a tag, of which a federation spec uses none. Put it in quotes if it is text.`,
  UNREAD: say`There are so many mistakes in the YAML of this text that this line, and what follows up to the next one that is plainly right, was not looked at. Repair those that are told, and what is wrong here is told too.`,
  TOO_DEEP: say`Here lists and mappings stand more than ${MOST_LEVELS} deep in each other, which is not read. Remove the inner ones.`,
};
