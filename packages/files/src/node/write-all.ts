/** The part of an open file that writes bytes; a `FileHandle` has it. */
export interface ByteSink {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<{ bytesWritten: number }>;
}

/**
 * Writes all bytes: where the system takes a part of them, which is no error to it, the rest is written after it.
 *
 * @param file the open file
 * @param bytes what to write
 * @param position the byte of the file to begin at, or null for where the file stands
 * @throws a system error, which `asFileError` knows: its code is SHORT_WRITE when the system takes nothing and reports
 * no failure
 */
export async function writeAll(file: ByteSink, bytes: Uint8Array, position: number | null): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(
      bytes,
      done,
      bytes.length - done,
      position === null ? null : position + done,
    );
    // Whoever takes nothing and fails at nothing would be asked for ever.
    if (!(bytesWritten > 0)) throw shortWrite();
    done += bytesWritten;
  }
}

/** The error for bytes that are missing although no system call failed, in the form of those of the system. */
export function shortWrite(): Error {
  return Object.assign(new Error('SHORT_WRITE: less was kept than was written'), {
    code: 'SHORT_WRITE',
    syscall: 'write',
  });
}
