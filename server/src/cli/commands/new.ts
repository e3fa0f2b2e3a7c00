import { templates } from '../../templates/templates.ts';
import { code, say } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { STDIN } from '../find.ts';
import { mayNameSpec } from '../form.ts';
import { usually } from '../option.ts';
import { FORCE } from '../output.ts';
import { writeKept } from '../write.ts';

const NAMES = templates.map(({ name }) => name);

const TEMPLATE = usually({
  name: 'template',
  value: 'NAME',
  about: say`what the spec begins with`,
  oneOf: NAMES,
  usual: 'green-field',
});

/** `new`: a spec to begin with. */
export const newCommand: Usage = {
  takes: {
    shown: '[FILE]',
    least: 0,
    most: 1,
    remedy: say`Name one file, such as ${code('lync-federation new contoso.lync.yaml')}.`,
  },
  options: [TEMPLATE, FORCE],
  examples: [
    { line: 'lync-federation new contoso.lync.yaml', about: say`for new servers` },
    ...templates.map(({ name, summary }) => ({ line: `lync-federation new --template ${name}`, about: summary })),
  ],

  async run(given, shell) {
    const [file = STDIN] = given.words;
    const name = given.of(TEMPLATE);
    const text = templates.find((template) => template.name === name)?.text ?? '';
    if (!(await writeKept(file, text, { shell, isForced: given.of(FORCE) }))) return EXIT.clean;
    shell.tell(
      mayNameSpec(file)
        ? say`${code(file)} is written. Put your own names into it; ${code(`lync-federation check ${file}`)} judges it.`
        : say`${code(file)} is written. By its name it is no spec: call it ${code('*.lync.yaml')} to have it judged.`,
    );
    return EXIT.clean;
  },
};
