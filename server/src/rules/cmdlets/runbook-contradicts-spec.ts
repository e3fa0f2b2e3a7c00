import { providerOnServer, serviceStatus } from '../../catalog/providers.ts';
import { valueRule } from '../../catalog/value-rules.ts';
import { type CommandValue, refusal, render } from '../../cmdlets/command.ts';
import { type DeclaredNoun, isNaming } from '../../cmdlets/declared-objects.ts';
import { type Effect, GLOBAL, type SettingValue } from '../../cmdlets/effect.ts';
import type { LastSetting } from '../../cmdlets/outcome.ts';
import {
  type Contradictions,
  contradictions,
  creationParameter,
  type DifferentValue,
  type ExcludedSwitch,
  type LeftOut,
  type RemovedObject,
  type Several,
  type UndeclaredObject,
} from '../../deployment/contradictions.ts';
import { readScope } from '../../deployment/policies.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import type { Fix, SpecEdit } from '../../edits/fix.ts';
import { withoutLine } from '../../edits/own-line.ts';
import { withValue } from '../../edits/parameter-edits.ts';
import { isList } from '../../spec/noun-sections.ts';
import { schemaAt } from '../../spec/schema.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { append, remove, set } from '../../yaml/edit.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const runbookContradictsSpec: Rule = {
  id: 'runbook-contradicts-spec',
  summary: say`A runbook that leaves the server otherwise than the spec declares it.`,
  severity: 'warning',
  facts: ['providers', 'sources.set-access-edge-configuration'],

  *check(spec, context) {
    const document = { ...context, spec };
    for (const found of contradictions(spec, context)) {
      for (const object of found.undeclared) yield* undeclared(object, found, document);
      for (const objects of found.removed) {
        const [first, ...others] = objects.filter(({ by }) => !isEnded(by, context));
        if (first) yield removed([first, ...others], document);
      }
      for (const values of found.different)
        yield values.length === 1 ? different(values[0], document) : allDifferent(values);
      for (const values of found.leftOut) yield leftOut(values, document);
      for (const ruled of found.excluded) yield excluded(ruled);
    }
  },
};

type Written = Document & Context;

/** An object that is made although the spec lists those of its kind, and not this one. */
function* undeclared(
  { key, end: { by, settings } }: UndeclaredObject,
  { declared, untouched }: Contradictions,
  document: Written,
): Iterable<Finding> {
  if (by?.action !== 'create' || !mayBeDeclared(key, declared, document) || isEnded(by, document)) return;
  const name = code(by.name);
  const list = code(declared.section.path.join('.'));
  // Of many names that nobody touches none was meant: the runbook is about others.
  const meant = untouched.length > FEW ? undefined : nearest(by.name, untouched);
  const renamed = meant && by.naming ? withValue(document, by.command, by.naming, meant) : undefined;
  yield {
    at: by.nameAt,
    message: meant
      ? say`${name} is made here, and ${list} does not have it. Did you mean ${code(meant)}?`
      : say`${name} is made here, and ${list} does not have it. Enter it there, or leave the command out.`,
    related: [{ at: declared.place.keyAt ?? declared.place.at, message: say`The spec lists those it wants here.` }],
    fixes: [
      ...fix(meant === undefined ? undefined : say`Change it to ${code(meant)}`, renamed),
      ...fix(say`Leave the command out`, withoutLine(document, by.command)),
      ...fix(say`Enter ${name} in ${list}`, entered(declared, by.name, settings)),
    ],
  };
}

const FEW = 20;

function mayBeDeclared(key: string, { section, place, complete }: DeclaredNoun, { faults }: Context): boolean {
  const { path } = section;
  if (!isList(place) || !complete || key === GLOBAL || readScope(key).kind === 'other') return false;
  return !faults.some((fault) => fault.kind === 'syntax' || path.every((step, i) => fault.path[i] === step));
}

/** The object as an entry of the spec; nothing where a command leaves to the shell what it is. */
function entered(
  { section }: DeclaredNoun,
  name: string,
  settings: ReadonlyMap<string, LastSetting>,
): readonly SpecEdit[] | undefined {
  const entry: Record<string, Exclude<SettingValue, null>> = {};
  for (const [key, parameterName] of section.parameters) {
    const setting = settings.get(parameterName);
    if (isNaming(parameterName)) entry[key] = name;
    else if (setting?.value === undefined && setting !== undefined) return undefined;
    else if (setting?.value !== undefined && setting.value !== null) entry[key] = setting.value;
  }
  const shorthand = schemaAt([...section.path, 0])?.['x-shorthand'];
  const isBare = shorthand !== undefined && Object.keys(entry).every((key) => key === shorthand);
  return [append(section.path, isBare ? name : entry)];
}

/** Declared objects that one command removes. */
function removed(objects: Several<RemovedObject>, document: Written): Finding {
  const [{ by }, ...others] = objects;
  const name = code(by.name);
  const isOne = others.length === 0;
  return {
    at: by.nameAt,
    message: isOne
      ? say`${name} is removed here, and the spec declares it. Leave the command out, or take ${name} out of the spec.`
      : say`${name} and ${others.length} more are removed here, and the spec declares them. Leave the command out, or take them out of the spec.`,
    related: objects.slice(0, MOST).map(({ object: { at } }) => ({ at, message: say`The spec declares it here.` })),
    fixes: [
      ...fix(say`Leave the command out`, withoutLine(document, by.command)),
      ...fix(
        isOne ? say`Take ${name} out of the spec` : say`Take all of them out of the spec`,
        objects.map(({ object: { place } }) => remove(place.path)),
      ),
    ],
  };
}

/** As many places as a person looks at. */
const MOST = 5;

function different(
  { declared: { key, name, place, value }, last, object }: DifferentValue,
  document: Written,
): Finding {
  const { effect, written } = last;
  const { command, noun } = effect;
  const is = code(shown(last.value ?? null));
  const wants = code(shown(value));
  const setting = code(`-${name}`);
  const other = `${command.verb === 'Enable' ? 'Disable' : 'Enable'}-${noun}`;
  const edits = written
    ? withValue(document, command, written, joined(noun, name, value))
    : rewritten(document, command, [{ at: command.at, insert: other }]);
  return {
    at: last.at,
    message: object.name
      ? say`The runbook leaves ${setting} of ${code(object.name)} at ${is}, and the spec declares ${wants}. Change one of them.`
      : say`The runbook leaves ${setting} at ${is}, and the spec declares ${wants}. Change one of them.`,
    related: [{ at: place.at, message: say`The spec declares ${wants} here.` }],
    fixes: [
      ...fix(say`Change the command to what the spec declares`, edits),
      last.value === null || last.value === undefined
        ? { title: say`Remove ${code(key)} from the spec`, safety: 'review', edits: [remove(place.path)] }
        : { title: say`Change the spec to ${is}`, safety: 'review', edits: [set(place.path, last.value)] },
    ],
  };
}

/** The same value of several objects. What is right for one of them may be wrong for the next, so the command stays as it is. */
function allDifferent(values: Several<DifferentValue>): Finding {
  const [{ declared, last, object }, ...others] = values;
  const value = last.value ?? undefined;
  const is = code(shown(value ?? null));
  return {
    at: last.at,
    message: say`The runbook leaves ${code(`-${declared.name}`)} of ${code(object.name ?? GLOBAL)} and ${others.length} more at ${is}, and the spec declares another value. Change one of them.`,
    related: values.slice(0, MOST).map((one) => ({
      at: one.declared.place.at,
      message: say`The spec declares another value here.`,
    })),
    fixes: fix(
      say`Change the spec for all of them`,
      values.map((one) => {
        const { path } = one.declared.place;
        return value === undefined ? remove(path) : set(path, value);
      }),
    ),
  };
}

function leftOut({ by, values }: LeftOut, document: Written): Finding {
  const names = codes(values.map(({ name }) => `-${name}`));
  const parameters = Object.fromEntries(values.map(({ name, value }) => [name, joined(by.noun, name, value)]));
  const rest = { cmdlet: '', parameters };
  const { end } = by.command.whole;
  const completed = refusal(rest)
    ? undefined
    : rewritten(document, by.command, [{ at: { start: end, end }, insert: render(rest) }]);
  return {
    at: by.nameAt,
    message: say`${code(by.name)} is made without ${names}, and no later command gives what the spec declares. Complete the command, or change the spec.`,
    related: values.slice(0, MOST).map(({ place, key }) => ({
      at: place.at,
      message: say`The spec declares ${code(key)} here.`,
    })),
    fixes: [
      ...fix(say`Complete the command`, completed),
      ...fix(
        say`Remove ${codes(values.map(({ key }) => key))} from the spec`,
        values.map(({ place }) => remove(place.path)),
      ),
    ],
  };
}

function excluded({ declared: { key, place }, by }: ExcludedSwitch): Finding {
  return {
    at: by.at,
    message: say`${code(`-${by.name}`)} rules out ${code(key)}, which the spec declares. Change one of them.`,
    related: [{ at: place.at, message: say`The spec declares ${code(key)} here.` }],
    fixes: [{ title: say`Change the spec to ${code(false)}`, safety: 'review', edits: [set(place.path, false)] }],
  };
}

/** A list as the parameter takes it: some want one text. */
function joined(noun: string, name: string, value: CommandValue): CommandValue {
  const known = creationParameter(noun, name);
  return Array.isArray(value) && known && valueRule(known).list === 'comma-string' ? value.join(',') : value;
}

function shown(value: SettingValue): string {
  return value === null ? '$null' : String([value].flat().join(', '));
}

/** What is about a provider that has to go has a rule of its own. */
function isEnded({ noun, name, settings }: Effect, { catalog, asOf }: Context): boolean {
  if (noun !== 'CsPublicProvider') return false;
  const proxy = settings.find((setting) => setting.name === 'ProxyFqdn')?.value;
  const names = { identity: name, proxyFqdn: typeof proxy === 'string' ? proxy : undefined };
  const id = providerOnServer(catalog, names, asOf);
  return id !== undefined && /^end/.test(serviceStatus(catalog, catalog.providers[id], asOf));
}

function fix(title: Message | undefined, edits: readonly SpecEdit[] | undefined): readonly Fix[] {
  return title && edits ? [{ title, safety: 'review', edits }] : [];
}
