// Loaded before a server, by `--import`: a wait of exactly WAIT milliseconds is none, for servers that wait a fixed time after each
// key and have no setting for it.
const { setTimeout: original } = globalThis;
const wait = Number(process.env.WAIT);
globalThis.setTimeout = Object.assign(
  (run, time, ...args) => original(run, time === wait ? 0 : time, ...args),
  original,
);
