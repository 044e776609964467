export type { BrowserExtras, DriverName, InstalledBrowser, Origin } from './browser.ts';
export { LaunchError, type Launcher, type LaunchOptions, type RunningBrowser } from './launcher.ts';
export { LAUNCHERS } from './launchers/index.ts';
