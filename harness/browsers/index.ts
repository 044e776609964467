export type { BrowserExtras, InstalledBrowser } from './browser.ts';
export * from './discover/index.ts';
export { LaunchError, type LaunchOptions, type RunningBrowser } from './launcher.ts';
export { LAUNCHERS } from './launchers/index.ts';
export { probeMediaStack } from './probe/media-stack.ts';
export * from './provide/index.ts';
