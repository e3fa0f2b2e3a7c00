import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { type Element, readXml } from './xml.ts';

const schema = readFileSync(new URL('junit.xsd', import.meta.url), 'utf8');

/**
 * The root of a report as libxml2 and Jenkins take it.
 * @throws Error for a report that they do not, and for one that counts its tests wrongly.
 */
export async function readJunit(report: string): Promise<Element> {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: report }, schema });
  const root = readXml(report);
  const faults = [...errors.map(({ message }) => message), ...miscounted(root)];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return root;
}

/** All elements of a name below another one. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function miscounted(root: Element): readonly string[] {
  const counted = { tests: 'testcase', failures: 'failure', errors: 'error' } as const;
  return [root, ...all(root, 'testsuite')].flatMap((element) =>
    Object.entries(counted)
      .filter(([key, name]) => element.attributes[key] !== `${all(element, name).length}`)
      .map(([key]) => `${element.name} says ${element.attributes[key]} ${key}`),
  );
}
