declare module 'punycode/punycode.es6.js' {
  export function toASCII(domain: string): string;
}
