import { analyze } from '../../analyze.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import { idsOf } from '../../catalog/ids.ts';
import { readFound } from '../../plan/import/read.ts';
import { importSpec, once, outcomeOf } from '../../plan/import.ts';
import { code, codes, say } from '../../text/message.ts';
import { Refusal } from '../../text/refusal.ts';
import { givenCaptures } from '../given-captures.ts';
import { oneOf, optional, texts } from '../parameter.ts';
import { tool } from '../tool.ts';

export const importTool = tool({
  name: 'import',
  title: say`Make a Federation Spec from What Is There`,
  about: say`A spec made of what is there: captures of the collector, the output of Get- cmdlets, documents of Topology Builder, zones, certificates, New-Cs scripts. It is answered as text, and written nowhere.`,
  takes: {
    captures: texts(say`the paths of the files; several tell of one deployment`),
    product: optional(oneOf(say`the server product, where the files do not say it`, idsOf(catalog.products))),
  },
  list: 'specs',
  entry: { text: 'string', problems: 'integer' },
  async answer({ captures, product }, ground) {
    const { files, tools } = await givenCaptures(captures, ground);
    const { found, complaints } = readFound(files, undefined, tools);
    const made = importSpec(found, product, ground.env.bundle);
    const [complaint = say`Nothing of ${codes(captures)} is part of a spec.`] = complaints;
    if (made.entries === 0) throw new Refusal(complaint);
    const { problems } = analyze(made.text, { asOf: ground.today, once: true });
    return {
      head: [
        outcomeOf(made),
        say`It is text only so far: save it as ${code('NAME.lync.yaml')}, and ${code('check')} tells of its ${problems.length} problems.`,
        ...once([...complaints, ...made.notes]),
      ],
      entries: [() => ({ text: made.text, data: { text: made.text, problems: problems.length } })],
      remedy: say`${code('lync-federation import')} writes all of it.`,
    };
  },
});
