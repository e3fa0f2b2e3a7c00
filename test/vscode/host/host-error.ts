/** Ends a run in VS Code with an exit code in the manner of sysexits: 64 usage, 66 no input, 69 missing program, 70 crash. */
export class HostError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
