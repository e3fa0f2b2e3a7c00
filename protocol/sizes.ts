/** Bytes past which a file is no capture: one may tell of every user. */
export const LARGEST_CAPTURE = 32 * 1024 * 1024;

/** Bytes past which a trace is one for the command line. */
export const LARGEST_TRACE = 256 * 1024 * 1024;

/** Bytes past which captures are not read together. */
export const LARGEST_CAPTURES = 2 * LARGEST_CAPTURE;
