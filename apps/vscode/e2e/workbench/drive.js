/** Hands and eyes for scenarios. */
export { accessibilityViolations } from './drive/accessibility.js';
export { isBright } from './drive/canvas.js';
export { bindKeys } from './drive/keys.js';
export { notification, waitForNotification } from './drive/notifications.js';
export { closeEditors, offeredCommands, openFile, reloadWindow, runCommand } from './drive/palette.js';
export { input, pick, pickNewestRun, picks, saveAs } from './drive/quick-input.js';
export { screenshot } from './drive/screenshot.js';
export { setTheme } from './drive/theme.js';
export { waitFor } from './drive/wait.js';
export { trainByQuestions, trainDigits, trainStepByStep } from './drive/training.js';
export { titled, webview } from './drive/webview.js';
