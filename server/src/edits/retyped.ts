import type { JsonType, WrongType } from '../spec/faults.ts';
import { type Schema, schemaAt } from '../spec/schema.ts';
import { code, say } from '../text/message.ts';
import { remove, set } from '../yaml/edit.ts';
import { asked } from './asked.ts';
import type { Fix } from './fix.ts';

/** Makes a value of the wrong kind the one that was meant; where nobody can tell, asks for another one, or takes it out. */
export function retyped(fault: WrongType, schema: Schema): Fix {
  const meant = fault.expected.map((type) => converted(fault, type)).find((value) => value !== undefined);
  if (meant === undefined) return withoutIt(fault, schema);
  const shown = typeof meant === 'object' ? `[${meant[0]}]` : typeof meant === 'string' ? `'${meant}'` : String(meant);
  return { title: say`Write ${code(shown)}`, safety: 'safe', edits: [set(fault.path, meant)] };
}

/** A key that the format requires gets a placeholder, as does a single value; what holds no value at all goes. */
function withoutIt({ path, value }: WrongType, schema: Schema): Fix {
  const key = String(path.findLast((step) => typeof step === 'string'));
  const isRequired = schemaAt(path.slice(0, -1), schema)?.required?.some((one) => one === path.at(-1)) === true;
  if (value !== undefined && (isRequired || value !== null)) {
    const edits = [set(path, asked(schemaAt(path, schema), key))];
    return { title: say`Enter another value of ${code(key)}`, safety: 'review', edits };
  }
  return { title: say`Remove ${code(key)}`, safety: 'review', edits: [remove(path)] };
}

/** The value that was plainly meant: other tools spell true `yes`, quote numbers, or leave a one-item list bare. */
function converted({ value }: WrongType, type: JsonType): string | number | boolean | readonly [string] | undefined {
  const text = String(value).toLowerCase();
  if (value === undefined || value === null) return undefined;
  if (type === 'boolean' && ['true', 'yes', 'on', '1', '$true'].includes(text)) return true;
  if (type === 'boolean' && ['false', 'no', 'off', '0', '$false'].includes(text)) return false;
  if (type === 'integer' && /^\d+$/.test(text)) return Number(text);
  if (type === 'string' && typeof value !== 'string') return String(value);
  return type === 'array' && typeof value === 'string' && !/[\s,]/.test(value) ? [value] : undefined;
}
