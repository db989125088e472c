import { type Color, parseColor, parseOpaque, visibleOn } from './color.js';

/** The colours of the theme that pictures are made of. */
export interface ThemeColors {
  readonly background: Color;
  readonly foreground: Color;
  /** Text of less weight; readable. */
  readonly muted: Color;
  /** Grid lines and frames. */
  readonly faint: Color;
  /** What is right, and the first of several series. */
  readonly right: Color;
  /** What is wrong. */
  readonly wrong: Color;
  /** Colours of series that contrast with the background. */
  readonly series: readonly Color[];
  readonly isHighContrast: boolean;
}

const SERIES = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'] as const;

/** What is taken where a theme says nothing. */
const DEFAULTS: Readonly<Record<(typeof SERIES)[number], Color>> = {
  blue: [55, 148, 255],
  orange: [209, 134, 22],
  green: [137, 209, 133],
  purple: [177, 128, 215],
  red: [241, 76, 76],
  yellow: [204, 167, 0],
};

/**
 * Chooses the colours by what the theme says.
 *
 * @param read gives the value of a CSS variable; empty where there is none
 * @param isHighContrast whether the theme is one of high contrast
 */
export function themeColors(read: (variable: string) => string, isHighContrast: boolean): ThemeColors {
  const background = parseColor(read('--vscode-editor-background')) ?? [31, 31, 31];
  const color = (name: string, otherwise: Color): Color =>
    parseColor(read(`--vscode-${name}`), background) ?? otherwise;
  const foreground = color('editor-foreground', color('foreground', [204, 204, 204]));
  const faint = color(
    isHighContrast ? 'contrastBorder' : 'widget-border',
    color('editorWidget-border', foreground),
  );
  // Some themes borrow a translucent colour for a chart's, which would hardly be seen.
  const series = SERIES.map((name) =>
    visibleOn(background, parseOpaque(read(`--vscode-charts-${name}`)) ?? DEFAULTS[name]),
  );
  return {
    background,
    foreground,
    muted: visibleOn(background, color('descriptionForeground', foreground), 4.5),
    faint,
    right: series[0],
    wrong: series[1],
    series,
    isHighContrast,
  };
}
