// Loaded into the VS Code server ahead of its own code: when the process that started it dies, even by SIGKILL, the other
// end of stdin closes and the server leaves with its whole group. Its children inherit this preload, hence the mark.
if (process.env.VSCODE_HOST_TETHER === '1') {
  delete process.env.VSCODE_HOST_TETHER;
  process.stdin.on('end', () => process.kill(-process.pid, 'SIGKILL'));
  process.stdin.on('error', () => {});
  process.stdin.resume();
  process.stdin.unref?.();
}
