/** A refusal of a command: what, where, and the command that mends it. */
export class CliError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CliError';
  }
}
