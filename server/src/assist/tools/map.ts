import { mermaid } from '../../map/mermaid.ts';
import { sightOf } from '../../map/scene.ts';
import { endsOn } from '../../map/trail.ts';
import { wayTold } from '../../map/way-told.ts';
import { code, say } from '../../text/message.ts';
import { Refusal } from '../../text/refusal.ts';
import { MOST_TEXT } from '../answer.ts';
import { judgedOne } from '../judged.ts';
import { optional, text } from '../parameter.ts';
import { AS_OF, SPEC } from '../parameters.ts';
import { partnersIn } from '../partners.ts';
import { tool } from '../tool.ts';
import { unknown } from '../unknown.ts';

export const map = tool({
  name: 'map',
  title: say`Map of a Federation Spec`,
  about: say`A spec as a flowchart of Mermaid: domains, records, pools, certificates, providers and partners, the ways between them, and what fails on the day.`,
  takes: {
    spec: SPEC,
    partner: optional(text(say`the partner whose way is to stand out, with its broken link`)),
    asOf: AS_OF,
  },
  list: 'maps',
  entry: { mermaid: 'string' },
  async answer({ spec, partner, asOf }, ground) {
    const { bundle } = ground.env;
    const { path, analysis } = await judgedOne(ground, spec, asOf);
    const ends = partner === undefined ? undefined : { from: undefined, to: partner };
    const sight = sightOf(analysis, { ends, bundle });
    if (ends && endsOn(sight.map, analysis.spec, ends).to === undefined)
      throw unknown(say`${code(path)} names no partner ${code(ends.to)}.`, ends.to, partnersIn(analysis.spec));
    const { drawn, trail } = sight.scene;
    const text = mermaid(drawn, sight.scene);
    // Half a flowchart is none.
    if (text.length > MOST_TEXT / 2)
      throw new Refusal(say`The map of ${code(path)} is too large: ${code(`lync-federation map ${path}`)} draws it.`);
    return {
      head: [say`The map of ${code(path)}, as of ${analysis.asOf}.`, ...(ends && trail ? [wayTold(ends, trail)] : [])],
      data: { path, asOf: analysis.asOf },
      entries: [() => ({ text: `\`\`\`mermaid\n${text}\`\`\``, data: { mermaid: text } })],
      remedy: say`${code(`lync-federation map ${path}`)} draws it.`,
    };
  },
});
