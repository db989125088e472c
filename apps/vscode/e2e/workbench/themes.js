/** Names on the command line, with what the workbench calls each in settings, in its picker and as its class. */
export const themes = {
  dark: { setting: 'Dark Modern', label: 'Dark Modern', className: 'vs-dark' },
  light: { setting: 'Light Modern', label: 'Light Modern', className: 'vs' },
  'hc-dark': { setting: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
  'hc-light': { setting: 'Default High Contrast Light', label: 'Light High Contrast', className: 'hc-light' },
};

/** @typedef {keyof typeof themes} Theme */

/**
 * Settings for a workbench that shows nothing but what is looked at, and asks for nothing.
 *
 * @param {Theme} theme
 * @param {Record<string, unknown>} [more] added last
 */
export function calmSettings(theme, more = {}) {
  return {
    'workbench.colorTheme': themes[theme].setting,
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.enableExperiments': false,
    'workbench.reduceMotion': 'on',
    'workbench.editor.enablePreview': false,
    'window.commandCenter': false,
    'chat.disableAIFeatures': true,
    'chat.commandCenter.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'extensions.autoCheckUpdates': false,
    'extensions.autoUpdate': false,
    'extensions.ignoreRecommendations': true,
    'git.enabled': false,
    'npm.fetchOnlinePackageInfo': false,
    'json.schemaDownload.enable': false,
    'window.confirmBeforeClose': 'never',
    'files.simpleDialog.enable': true,
    ...more,
  };
}
