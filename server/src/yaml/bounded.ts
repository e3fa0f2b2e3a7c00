import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';

/** Collections within collections that are read, however they are written; an honest spec has about eight. */
export const MOST_LEVELS = 100;

/** What the library makes of a text. */
export interface BoundedDocuments {
  readonly documents: readonly Document.Parsed[];
  /** Where the text goes deeper than may be; nothing from the document around it on was read. */
  readonly tooDeepAt: number | undefined;
}

/**
 * The YAML documents of a text, unless they are nested too deeply. The library composes nodes by recursion, so how deep it comes
 * depends on the stack that is left. Its parser keeps a stack of its own, which is looked at before anything is composed.
 */
export function readBounded(text: string, most: number): BoundedDocuments {
  const parser = new Parser();
  const composer = new Composer({
    version: '1.2',
    // Also where a directive asks for another version.
    schema: 'core',
    // It would compare each key with every other one; duplicates are found by the converter instead.
    uniqueKeys: false,
    stringKeys: true,
    strict: true,
    // Known tags make lists of pairs, which are no nodes; a spec uses none of them.
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  let tooDeepAt: number | undefined;
  function* tokens(): Generator<CST.Token> {
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (levelsOf(parser) <= most) continue;
      tooDeepAt = parser.offset - lexeme.length;
      return;
    }
    yield* parser.end();
  }
  return { documents: withoutTraces(() => [...composer.compose(tokens())]), tooDeepAt };
}

/** The library makes an error of each mistake, and to note where that was made costs more than all the reading. */
function withoutTraces<T>(read: () => T): T {
  const errors: ErrorConstructor & { stackTraceLimit?: number } = Error;
  const { stackTraceLimit = 10 } = errors;
  errors.stackTraceLimit = 0;
  try {
    return read();
  } finally {
    errors.stackTraceLimit = stackTraceLimit;
  }
}

/** How many collections the parser is in; below them in its stack lies the document, above them perhaps a scalar. */
function levelsOf({ stack }: Parser): number {
  const top = stack.at(-1);
  return top !== undefined && 'items' in top ? stack.length - 1 : 0;
}
