/** Hands and eyes for scenarios. */
export { accessibilityViolations } from './drive/accessibility.js';
export { notification, waitForNotification } from './drive/notifications.js';
export { closeEditors, offeredCommands, openFile, reloadWindow, runCommand } from './drive/palette.js';
export { input, pick, pickNewestRun, picks, saveAs } from './drive/quick-input.js';
export { screenshot } from './drive/screenshot.js';
export { setTheme } from './drive/theme.js';
export { waitFor } from './drive/wait.js';
export { webview } from './drive/webview.js';
