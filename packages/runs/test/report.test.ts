import { describe, expect, test } from '@jest/globals';

import { reportPage } from '../src/report.js';
import { exampleResult } from './example.js';

const created = new Date('2026-01-01T12:00:00.000Z');

describe('reportPage', () => {
  test('needs nothing from outside', () => {
    const page = reportPage(exampleResult, created, '<svg></svg>');
    expect(page).not.toMatch(/<script|<link|src=|href=|url\(|@import/);
    expect(page).toContain('<svg></svg>');
  });

  test('shows the figures', () => {
    const page = reportPage(exampleResult, created, '<svg></svg>');
    expect(page).toContain('94.74%');
    expect(page).toContain('38 rows kept for testing');
    expect(page).toContain('100 (not converged)');
    expect(page).toContain('2026-01-01 12:00:00 UTC');
  });

  test('says when the score is that of the training rows', () => {
    const page = reportPage({ ...exampleResult, accuracyOn: 'train' }, created, '');
    expect(page).toContain('the 112 rows trained on (none were kept for testing)');
  });

  test('escapes what came from outside', () => {
    const page = reportPage({ ...exampleResult, dataset: '<img onerror=x>"' }, created, '');
    expect(page).toContain('&lt;img onerror=x&gt;&quot;');
    expect(page).not.toContain('<img');
  });
});
