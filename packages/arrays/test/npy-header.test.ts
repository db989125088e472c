import { describe, expect, test } from '@jest/globals';

import { ArrayFileError, bytesSource, openArray } from '../src/index.js';
import { npyFile, rejection } from './helpers/sources.js';

const body = new Uint8Array(24);
const open = (bytes: Uint8Array) => openArray(bytesSource(bytes), { name: 'x.npy' });
const refused = async (bytes: Uint8Array) => {
  const error = await rejection(open(bytes));
  expect(error).toBeInstanceOf(ArrayFileError);
  return error as ArrayFileError;
};

describe('a header', () => {
  test.each([
    ['without spaces', `{'descr':'<f8','fortran_order':False,'shape':(3,)}`],
    ['in double quotes and another order', `{"shape": (3,), "descr": "<f8", "fortran_order": False}`],
    ['with commas and line ends', `{\n 'shape': (3,),\n\t'fortran_order': False, 'descr': '<f8',\n}  \n`],
    ['of Python 2', `{'descr': '<f8', 'fortran_order': False, 'shape': (3L,), }`],
    ['with a list for a tuple', `{'descr': '<f8', 'fortran_order': False, 'shape': [3], }`],
  ])('%s is read', async (_, header) => {
    const { entries } = await open(npyFile(header, body));
    expect(entries[0]).toMatchObject({ shape: [3], dtype: 'float64', fortranOrder: false });
  });

  test('of one byte an element has no order, whatever it says', async () => {
    const { entries } = await open(
      npyFile(`{'descr': '>u1', 'fortran_order': False, 'shape': (24,), }`, body),
    );
    expect(entries[0]).toMatchObject({ dtype: 'uint8', byteOrder: 'none' });
  });

  const start = 10;
  test.each([
    ['that is empty', '', start],
    ['that is a call', `__import__('os').system('true')`, start],
    ['with a call in it', `{'descr': str('<f8'), 'fortran_order': False, 'shape': (3,), }`, 20],
    ['with a sum in it', `{'descr': '<f8', 'fortran_order': False, 'shape': (1+2,), }`, 62],
    ['with a fraction in it', `{'descr': '<f8', 'fortran_order': False, 'shape': (3.0,), }`, 61],
    ['with a name in it', `{'descr': '<f8', 'fortran_order': false, 'shape': (3,), }`, 44],
    ['with a backslash', `{'descr': '\\x3cf8', 'fortran_order': False, 'shape': (3,), }`, 20],
    ['that does not end', `{'descr': '<f8', 'fortran_order': False, 'shape': (3,), `, 66],
    ['with text that does not end', `{'descr': '<f8`, 20],
    ['with something behind it', `{'descr': '<f8', 'fortran_order': False, 'shape': (3,), } 1`, 68],
    ['with a key twice', `{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (3,), }`, 27],
    ['with another key', `{'descr': '<f8', 'fortran_order': False, 'shape': (3,), 'x': 1}`, start],
    ['without a key', `{'descr': '<f8', 'fortran_order': False}`, start],
    ['of an order that is no truth value', `{'descr': '<f8', 'fortran_order': 0, 'shape': (3,), }`, start],
    ['of a shape that is a number', `{'descr': '<f8', 'fortran_order': False, 'shape': 3, }`, start],
    ['of a shape of text', `{'descr': '<f8', 'fortran_order': False, 'shape': ('3',), }`, start],
    ['of less than nothing', `{'descr': '<f8', 'fortran_order': False, 'shape': (-3,), }`, start],
    [
      'of more than can be counted',
      `{'descr': '<f8', 'fortran_order': False, 'shape': (${2 ** 40}, ${2 ** 40}), }`,
      start,
    ],
    [
      'of a size that is none',
      `{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }`,
      start,
    ],
    ['of 65 dimensions', `{'descr': '<f8', 'fortran_order': False, 'shape': (${'1,'.repeat(65)}), }`, start],
    ['nested without end', `{'descr': ${'['.repeat(5000)}, 'shape': (3,), }`, 37],
  ])('%s is refused where it is wrong', async (_, header, offset) => {
    const error = await refused(npyFile(header, body));
    expect(error).toMatchObject({ problem: 'header', format: 'npy', offset });
  });

  test.each(['f8', '=f8', '|f8', '<f3', '<u3', '<x4', '', '<', 'constructor', '<constructor', '<F8'])(
    'of elements described as %j is refused',
    async (descr) => {
      const error = await refused(
        npyFile(`{'descr': '${descr}', 'fortran_order': False, 'shape': (3,), }`, body),
      );
      expect(error).toMatchObject({ problem: 'dtype' });
      expect(error.received).toContain(JSON.stringify(descr));
    },
  );

  test.each([
    [0, 0],
    [4, 0],
    [1, 1],
  ])('of version %i.%i is refused', async (...version) => {
    const error = await refused(npyFile(`{}`, body, version));
    expect(error).toMatchObject({ problem: 'header', received: version.join('.'), offset: 6 });
  });

  test('of more bytes than any has is refused', async () => {
    const file = npyFile(' '.repeat(100), body, [2, 0]);
    new DataView(file.buffer).setUint32(8, 0xffffffff, true);
    expect(await refused(file)).toMatchObject({ problem: 'header', received: '4294967295', offset: 8 });
  });

  test('that is cut, or its array, says where the file ends', async () => {
    const file = npyFile(`{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }`, body);
    for (const length of [6, 9, 11, 40, file.length - 24, file.length - 1]) {
      expect(await refused(file.subarray(0, length))).toMatchObject({ problem: 'truncated', offset: length });
    }
    const { message } = await refused(file.subarray(0, -1));
    expect(message).toBe(
      `x.npy is cut short at byte ${file.length - 1}: expected ${file.length} bytes for 3 of float64 behind a header ` +
        `of ${file.length - 24}, got ${file.length - 1}; copy or download it again`,
    );
  });

  test('may be followed by more than its array', async () => {
    const { entries } = await open(
      npyFile(`{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }`, body),
    );
    expect(entries[0].trailingBytes).toBe(8);
  });
});

describe('the kind of other files is found by their first bytes', () => {
  const text = (start: string) => Buffer.from(start);
  test.each<[Uint8Array, string]>([
    [new Uint8Array(0), 'an empty file'],
    [text('label,pixel0\n'), '6c 61 62 65'],
    [text('<!DOCTYPE html>'), 'HTML'],
    [Uint8Array.of(0x89, 0x48, 0x44, 0x46), 'an HDF5 file'],
    [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1), 'a Zstandard file'],
    [text('BZh91AY'), 'a bzip2 file'],
    [Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), 'an xz file'],
    [text('PAR1'), 'a Parquet file'],
    [Uint8Array.of(0x80, 4, 0x95), 'a Python pickle'],
    [Uint8Array.of(0, 0, 8), '00 00 08'],
  ])('%#', async (bytes, received) => {
    const error = await refused(bytes);
    expect(error).toMatchObject({ problem: 'format', format: undefined, offset: 0, file: 'x.npy' });
    expect(error.received).toContain(received);
    expect(error.message).toMatch(/^x\.npy is no file of arrays at byte 0: expected .+, got .+; \w+/);
  });
});
