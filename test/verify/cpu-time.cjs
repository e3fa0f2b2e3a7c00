// Loaded before a program, by `--require`: how long it computed is the content of the file that CPU_TIME names, in seconds.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.CPU_TIME, String((user + system) / 1e6));
});
