const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);
const pathOf = (error: Error): string =>
  'path' in error && typeof error.path === 'string' ? error.path : 'the folder';

const sentenceOf = (error: Error): string => {
  switch (codeOf(error)) {
    case 'ENOSPC':
      return 'The disk is full: make room and run the same command again; what was saved is still there.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${pathOf(error)} may not be written to: change its owner, or choose another folder with --data.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${pathOf(error)} cannot be made a folder, for a file lies in the way: choose another with --data.`;
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `${error.message.split(/[.\n]/)[0]}: --help lists the options.`;
    default:
      return error.message;
  }
};

/** Runs a script's body. Whatever it throws ends the process with a sentence and a non-zero code. */
export const task = async (body: () => Promise<void>): Promise<void> => {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Error ? sentenceOf(error) : String(error));
    process.exitCode = 1;
  }
};
