/** A workbench cannot be set up on this machine; the message says why, for a line that begins "skipped: ". */
export class CannotSetUp extends Error {
  name = 'CannotSetUp';
}
