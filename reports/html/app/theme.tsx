import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const KEY = 'mediarecorder-conformance-theme';

/** A browser may refuse storage to a page from disk; then the choice lasts as long as the page. */
function remembered(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? 'auto';
  } catch (error) {
    console.debug('No storage here.', error);
    return 'auto';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch (error) {
    console.debug('No storage here.', error);
  }
}

/** Lets the reader choose light or dark against the system's choice. */
export function ThemeChoice(): VNode {
  const [theme, setTheme] = useState<Theme>(remembered);
  useLayoutEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    remember(theme);
  }, [theme]);
  return (
    <label class="theme">
      <span class="sr">Colour theme</span>
      <select
        value={theme}
        onChange={(event) => setTheme(THEMES.find((name) => name === event.currentTarget.value) ?? 'auto')}
      >
        <option value="auto">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
