// Loaded before a program, by `--require`: each thing that it does is a line of the file that AUDIT names, once.
const { createHook } = require('node:async_hooks');
const { subscribe } = require('node:diagnostics_channel');
const { openSync, writeSync } = require('node:fs');

const file = openSync(process.env.AUDIT, 'a');
const known = new Set();

// What Node asks its permission model for, by `--permission-audit`.
for (const name of ['fs', 'child', 'worker', 'addon', 'wasi', 'inspector'])
  subscribe(`node:permission-model:${name}`, ({ permission, resource }) => note(permission, resource));

// What the kernel is asked for comes with a handle, whichever module asks.
createHook({ init: (_id, type) => note('Handle', type) }).enable();

function note(permission, resource) {
  const line = `${JSON.stringify([permission, String(resource)])}\n`;
  if (known.has(line)) return;
  known.add(line);
  writeSync(file, line);
}
