import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';

import {
  DEFAULT_SETTINGS,
  isTestSize,
  readSettings,
  type Settings,
} from '../src/host/shared/read-settings.js';

interface Manifest {
  contributes: { configuration: { properties: Record<string, { default: unknown; scope: string }> } };
}

const { properties } = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest
).contributes.configuration;

function read(set: Record<string, unknown>) {
  const complaints: string[] = [];
  const settings = readSettings(
    (name) => set[name],
    (name) => complaints.push(name),
  );
  return { settings, complaints };
}

describe('settings', () => {
  test('stand in package.json with the same defaults, and no others', () => {
    const declared = Object.entries(properties).map(([name, { default: value }]) => [
      name.replace(/^tenfold\./, ''),
      value,
    ]);
    expect(Object.fromEntries(declared)).toEqual(DEFAULT_SETTINGS);
  });

  test('are the defaults where nothing is set', () => {
    expect(read({})).toEqual({ settings: DEFAULT_SETTINGS, complaints: [] });
  });

  test('are taken when they are right', () => {
    const set: Settings = {
      dataHome: '/data',
      threads: 3,
      testSize: 10_000,
      randomState: 42,
      heatmapStyle: 'seaborn',
      showCurve: false,
      runFolder: 'out/runs',
    };
    expect(read({ ...set })).toEqual({ settings: set, complaints: [] });
  });

  test.each([
    ['threads', 0],
    ['threads', '4'],
    ['testSize', -0.1],
    ['testSize', 1],
    ['testSize', 2.5],
    ['randomState', 2 ** 32],
    ['heatmapStyle', 'rainbow'],
    ['showCurve', 'sometimes'],
    ['runFolder', ''],
    ['runFolder', '/etc'],
    ['runFolder', 'C:\\runs'],
    ['runFolder', 'runs/../../elsewhere'],
  ])('%s may not be %p: the default is used, with a warning', (name, value) => {
    expect(read({ [name]: value })).toEqual({ settings: DEFAULT_SETTINGS, complaints: [name] });
  });

  test('of any form give settings that can be used', () => {
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((name) => [name, fc.anything()]))),
        (set) => {
          const { settings } = read(set);
          expect(isTestSize(settings.testSize)).toBe(true);
          expect(settings.runFolder.split(/[/\\]/)).not.toContain('..');
        },
      ),
    );
  });
});
