import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import nls from '../../package.nls.json' with { type: 'json' };
import { ACTION_KINDS, CLIENT_COMMANDS, LENS_COMMANDS, SERVER_COMMANDS } from '../../protocol/commands.ts';
import { PLAN_LANGUAGE, PROJECT_LANGUAGE, SPEC_LANGUAGE } from '../../protocol/languages.ts';
import { METHODS } from '../../protocol/methods.ts';
import { CAPTURE_NAME, inAnyCase, SPEC_NAMES, TRACE_NAME } from '../../protocol/names.ts';
import { SECTION, SETTINGS } from '../../protocol/settings.ts';
import { pictures } from '../vscode/pictures.ts';

const { commands, languages, codeActions, configuration, menus, views, viewsWelcome, walkthroughs } =
  manifest.contributes;

describe('what client and server both say stands in the manifest as well', () => {
  it('the commands of the palette', () => {
    expect(commands.map(({ command }) => command).toSorted()).toEqual(Object.values(CLIENT_COMMANDS).toSorted());
    for (const { command } of Object.values(menus).flat()) expect(Object.values(CLIENT_COMMANDS)).toContain(command);
  });

  it('the languages, and where they are named', () => {
    expect(languages.map(({ id }) => id)).toEqual([SPEC_LANGUAGE, PROJECT_LANGUAGE, PLAN_LANGUAGE]);
    expect(codeActions.flatMap((one) => one.languages)).toEqual([SPEC_LANGUAGE]);
    for (const { enablement = `editorLangId == ${SPEC_LANGUAGE}` } of commands)
      expect(enablement).toBe(`editorLangId == ${SPEC_LANGUAGE}`);
  });

  it('the names of specs, and what wakes the extension', () => {
    expect(languages[0]?.filenamePatterns).toEqual(SPEC_NAMES);
    const sought = SPEC_NAMES.filter((name) => name.endsWith('.yaml')).map((name) => {
      const stem = inAnyCase(name.slice(0, -'.yaml'.length));
      return `workspaceContains:**/${stem}.{${inAnyCase('yaml')},${inAnyCase('yml')}}`;
    });
    expect(manifest.activationEvents).toEqual([...sought, 'onLanguage:yaml', 'onLanguage:powershell']);
  });

  it('the names of captures', () => {
    const places = [menus['editor/title'], menus['explorer/context']].flat();
    const named = places.filter(({ command }) => command === CLIENT_COMMANDS.startSpecFromThis);
    expect(named).toHaveLength(2);
    for (const { when } of named) expect(when).toContain(`resourceFilename =~ /${CAPTURE_NAME.source}/i`);
  });

  it('the names of traces', () => {
    const places = [menus['editor/title'], menus['explorer/context']].flat();
    const named = places.filter(({ command }) => command === CLIENT_COMMANDS.diagnose);
    expect(named).toHaveLength(2);
    for (const { when } of named) expect(when).toContain(`resourceFilename =~ /${TRACE_NAME.source}/i`);
  });

  it('the kinds of actions', () => {
    expect(codeActions.flatMap(({ actions }) => actions.map(({ kind }) => kind))).toEqual(Object.values(ACTION_KINDS));
  });

  it('the commands of the walkthrough, and its pictures, which the tests make', () => {
    const steps = walkthroughs.flatMap((one) => one.steps);
    expect(steps).toHaveLength(5);
    const texts = new Map(Object.entries(nls));
    for (const { description, media, ...step } of steps) {
      const words = texts.get(description.slice(1, -1)) ?? '';
      const linked = Array.from(words.matchAll(/\(command:([\w.]+)\)/g), ([, command = '']) => command);
      expect(step.completionEvents ?? []).toEqual(linked.map((command) => `onCommand:${command}`));
      for (const command of linked) expect(Object.values(CLIENT_COMMANDS)).toContain(command);
      const shown = pictures.find(({ name }) => media.image === `docs/images/${name}.png`);
      expect(shown?.isDocumented).toBe(true);
      expect(existsSync(media.image)).toBe(true);
    }
  });

  it('the view of the specs', () => {
    const sources = ['client/src/federation-view.ts', 'client/src/session.ts'].map((file) =>
      readFileSync(file, 'utf8'),
    );
    const shown = Object.values(views).flat();
    expect(shown).toHaveLength(1);
    for (const { id, when } of shown) {
      expect(sources[0]).toContain(`const VIEW = '${id}';`);
      expect(sources[1]).toContain(`const IS_RUNNING = '${when}';`);
      expect(viewsWelcome.map(({ view }) => view)).toContain(id);
    }
  });

  it('the texts of the manifest', () => {
    const asked = JSON.stringify(manifest).match(/"%[\w.-]+%"/g) ?? [];
    expect([...new Set(asked)].map((key) => key.slice(2, -2)).toSorted()).toEqual(Object.keys(nls).toSorted());
  });

  it('the settings', () => {
    const names = Object.keys(configuration.properties);
    for (const name of names) expect(name.startsWith(`${SECTION}.`)).toBe(true);
    for (const name of Object.values(SETTINGS)) expect(names).toContain(`${SECTION}.${name}`);
  });
});

it('what names files is not taken from a workspace that nobody trusts', () => {
  const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  // Nothing is restricted of what is supported wholly.
  expect(supported).toBe('limited');
  expect(restrictedConfigurations).toEqual([`${SECTION}.${SETTINGS.capture}`]);
});

it('no two things have one name', () => {
  const own = [
    ...Object.values(CLIENT_COMMANDS),
    LENS_COMMANDS.showReferences,
    LENS_COMMANDS.tellChanged,
    ...Object.values(SERVER_COMMANDS),
  ];
  expect(new Set([...own, ...Object.values(METHODS)]).size).toBe(own.length + Object.values(METHODS).length);
});
