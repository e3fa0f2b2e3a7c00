/** Whether a spec has DNS records of a type. */
export function isSpokenOf(type: string | undefined): boolean {
  return type !== undefined && SPOKEN_OF.has(type.toUpperCase());
}

const SPOKEN_OF: ReadonlySet<string> = new Set(['SRV', 'A', 'AAAA', 'CNAME']);
