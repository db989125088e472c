import { waitFor } from './wait.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Waits for a notification, or for a modal question.
 *
 * @param {Page} page
 * @param {RegExp} message what its text must match
 * @param {number} [timeout] ms
 * @returns {Promise<import('playwright-core').Locator>} the notification; its buttons are found inside it
 */
export async function waitForNotification(page, message, timeout = 15_000) {
  const toast = notification(page, message);
  await waitFor(`a notification ${message}`, async () => (await toast.count()) > 0, timeout);
  return toast.first();
}

/**
 * The notifications and modal questions whose text matches, none perhaps.
 *
 * @param {Page} page
 * @param {RegExp} message
 */
export function notification(page, message) {
  return page
    .locator('.notifications-toasts .notification-list-item, .monaco-dialog-box')
    .filter({ hasText: message });
}
