import { useEffect, useState } from 'preact/hooks';

import { type ThemeColors, themeColors } from './theme-colors.js';

/** The colours of the theme, again whenever the theme changes. */
export function useThemeColors(): ThemeColors {
  const [colors, setColors] = useState(readColors);
  useEffect(() => {
    const observer = new MutationObserver(() => setColors(readColors()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    return () => observer.disconnect();
  }, []);
  return colors;
}

function readColors(): ThemeColors {
  const style = getComputedStyle(document.documentElement);
  const isHighContrast = document.body.matches('.vscode-high-contrast, .vscode-high-contrast-light');
  return themeColors((variable) => style.getPropertyValue(variable), isHighContrast);
}
