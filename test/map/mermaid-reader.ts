/** A flowchart as Mermaid takes it: its parser was asked about these lines, and of others it makes something else than text. */
export function readMermaid(text: string): { readonly stations: readonly string[]; readonly roads: readonly string[] } {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== 'flowchart LR') throw new Error(`not a flowchart: ${head}`);
  const of = (form: RegExp) => lines.flatMap((line) => form.exec(line)?.[1] ?? []);
  const words = '"(?:[\\p{L}\\p{N} .,:_/()+-]|#\\d+;|<br/>)*"';
  const forms = {
    station: new RegExp(`^ {2}n\\d+\\[(${words})\\](?::::\\w+)?$`, 'u'),
    road: new RegExp(`^ {2}(n\\d+ (?:-->|==>|-\\.->)(?:\\|${words}\\|)? n\\d+)$`, 'u'),
    style: /^ {2}classDef (\w+ [\w#:,-]+(?: \d)?)$/,
  };
  const lost = lines.filter((line) => !Object.values(forms).some((form) => form.test(line)));
  if (lost.length > 0) throw new Error(`no line of a flowchart: ${lost[0]}`);
  return { stations: of(forms.station), roads: of(forms.road) };
}
