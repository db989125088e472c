import { checksumBytes, type ChecksumOptions, type Checksummed } from '../checksum-bytes.js';
import { joinBytes } from '../join-bytes.js';
import { sha256 } from '../sha256.js';

/**
 * A data set's checksum, for provenance: the SHA-256, in hexadecimal, of its values row after row and then of its
 * labels, all in the order they have. Values of a byte matrix count as bytes and others as doubles, low byte first;
 * labels in a Uint8Array as bytes, text labels as their JSON and other numbers as doubles. It is the one that Node
 * gets for the same data. Web Crypto takes its input whole, so a copy of the values is held meanwhile.
 *
 * @param dataset its `data` and, when it has one, its `target` are read
 * @throws OutsideError on a page without a secure context, which has no Web Crypto
 */
export async function datasetChecksum(
  dataset: Checksummed,
  { signal }: ChecksumOptions = {},
): Promise<string> {
  signal?.throwIfAborted();
  const sum = await sha256(joinBytes([...checksumBytes(dataset)]));
  signal?.throwIfAborted();
  return sum;
}
