/** The job cannot be done as asked (a path, an option): its message is all the user sees, exit 2. */
export class CliError extends Error {}

/** One file cannot be read: the others are linted all the same, and the exit code is 2. */
export class FileError extends CliError {}
