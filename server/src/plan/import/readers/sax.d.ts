declare module 'sax' {
  /** A parser that is fed with text and calls back. */
  export interface SAXParser {
    /** Counted from zero. */
    readonly line: number;
    /** Behind the bracket that opened the tag. */
    readonly startTagPosition: number;
    onerror: (error: Error) => void;
    ontext: (text: string) => void;
    ondoctype: (declaration: string) => void;
    oncdata: (text: string) => void;
    onopentag: (tag: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }) => void;
    onclosetag: (name: string) => void;
    write(text: string): SAXParser;
    close(): SAXParser;
  }
  /** `parser(true)` takes well-formed text only. */
  const sax: { parser(strict: boolean): SAXParser };
  export default sax;
}
