import { commands, TabInputWebview, window } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, soundSpec } from './specs.ts';

// What is on it is looked at from outside, by test/vscode/mapped.ts.
suite('the map', () => {
  teardown(closeAll);

  test('opens beside the spec, once for each, and leaves the cursor where it is', async () => {
    const document = await openFile(soundSpec);
    const name = document.uri.path.split('/').at(-1);
    await commands.executeCommand('lyncFederation.showMap');
    await eventually(maps, [`Map of ${name}`]);
    same(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    await commands.executeCommand('lyncFederation.showMap');
    await openFile(soundSpec);
    await commands.executeCommand('lyncFederation.showMap');
    await eventually(() => maps().length, 2);
  });
});

function maps(): readonly string[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('lyncFederation.map'))
    .map(({ label }) => label);
}
