import { shownSetting } from '../../cmdlets/effect.ts';
import {
  allDifferentMessage,
  differentMessage,
  leftOutMessage,
  removedMessage,
  undeclaredMessage,
} from '../../deployment/contradiction-messages.ts';
import {
  type Contradictions,
  contradictions,
  type DifferentValue,
  type ExcludedSwitch,
  type LeftOut,
  type RemovedObject,
  type Several,
  type UndeclaredObject,
} from '../../deployment/contradictions.ts';
import { mayBeDeclared, meantName } from '../../deployment/undeclared-objects.ts';
import type { Document } from '../../edits/command-edits.ts';
import { declaredOrLeftOut, leftOrUndeclared } from '../../edits/declared-object.ts';
import { allMadeEqual, completed, madeEqual } from '../../edits/declared-value.ts';
import { offered } from '../../edits/fix.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const runbookContradictsSpec: Rule = {
  id: 'runbook-contradicts-spec',
  summary: say`A runbook that leaves the server otherwise than the spec declares it.`,
  severity: 'warning',
  facts: ['providers', 'sources.set-access-edge-configuration'],

  *check(spec, context) {
    const document = { spec, lines: context.lines, faults: context.faults };
    for (const found of contradictions(spec, context)) {
      for (const object of found.undeclared) yield* undeclared(object, found, document);
      for (const objects of found.removed) yield removed(objects, document);
      for (const values of found.different)
        yield values.length === 1 ? different(values[0], document) : allDifferent(values);
      for (const values of found.leftOut) yield leftOut(values, document);
      for (const ruled of found.excluded) yield excluded(ruled);
    }
  },
};

/** An object that is made although the spec lists those of its kind, and not this one. */
function* undeclared(
  object: UndeclaredObject,
  found: Contradictions,
  document: Document & Pick<Context, 'faults'>,
): Iterable<Finding> {
  const { declared } = found;
  const { by } = object.end;
  if (by?.action !== 'create' || !mayBeDeclared(object.key, declared, document)) return;
  const meant = meantName(by.name, found);
  yield {
    at: by.nameAt,
    message: undeclaredMessage(by, declared, meant),
    related: [{ at: declared.place.keyAt ?? declared.place.at, message: say`The spec lists those it wants here.` }],
    fixes: declaredOrLeftOut(object, { declared, meant }, document),
  };
}

/** Declared objects that one command removes. */
function removed(objects: Several<RemovedObject>, document: Document): Finding {
  const { by } = objects[0];
  return {
    at: by.nameAt,
    message: removedMessage(objects),
    related: objects.slice(0, MOST).map(({ object: { at } }) => ({ at, message: say`The spec declares it here.` })),
    fixes: leftOrUndeclared(objects, document),
  };
}

/** As many places as a person looks at. */
const MOST = 5;

function different(found: DifferentValue, document: Document): Finding {
  const { declared, last } = found;
  const wants = code(shownSetting(declared.value));
  return {
    at: last.at,
    message: differentMessage(found),
    related: [{ at: declared.place.at, message: say`The spec declares ${wants} here.` }],
    fixes: madeEqual(found, document),
  };
}

/** The same value of several objects. */
function allDifferent(values: Several<DifferentValue>): Finding {
  return {
    at: values[0].last.at,
    message: allDifferentMessage(values),
    related: values.slice(0, MOST).map(({ declared: { place } }) => ({
      at: place.at,
      message: say`The spec declares another value here.`,
    })),
    fixes: allMadeEqual(values),
  };
}

function leftOut(found: LeftOut, document: Document): Finding {
  const { by, values } = found;
  return {
    at: by.nameAt,
    message: leftOutMessage(found),
    related: values.slice(0, MOST).map(({ place, key }) => ({
      at: place.at,
      message: say`The spec declares ${code(key)} here.`,
    })),
    fixes: completed(found, document),
  };
}

function excluded({ declared: { key, place }, by }: ExcludedSwitch): Finding {
  return {
    at: by.at,
    message: say`${code(`-${by.name}`)} rules out ${code(key)}, which the spec declares. Change one of them.`,
    related: [{ at: place.at, message: say`The spec declares ${code(key)} here.` }],
    fixes: offered(say`Change the spec to ${code(false)}`, [set(place.path, false)]),
  };
}
