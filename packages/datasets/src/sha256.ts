import { OutsideError } from '@tenfold/core';

/**
 * SHA-256 in hexadecimal, computed off this thread.
 *
 * @throws OutsideError on a web page without a secure context, which has no Web Crypto
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as Partial<typeof crypto>;
  if (subtle === undefined) {
    throw new OutsideError(
      'checksums need Web Crypto, which a browser gives to pages from https or localhost',
    );
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
