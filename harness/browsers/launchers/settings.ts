import type { LaunchOptions } from '../launcher.ts';

/**
 * How long a browser may take; generous, because a busy machine can start Firefox in more than a minute. One that does
 * not close in time is killed, and nothing is lost with it.
 */
export const LIMITS = { startMs: 180_000, openMs: 120_000, closeMs: 5_000 } as const;

/**
 * What makes synthetic streams flow without a sound card, a display or a user: fake devices, no prompts,
 * no autoplay rules, and no throttling of pages that nobody looks at.
 */
const CHROMIUM_ARGS = [
  '--autoplay-policy=no-user-gesture-required',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--mute-audio',
  '--disable-accelerated-2d-canvas',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-crash-reporter',
  '--disable-breakpad',
  '--disable-popup-blocking',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
  '--window-size=1280,900',
] as const;

/** Chromium's arguments; its sandbox needs user namespaces that root does not get. */
export function chromiumArgs({ headed, devtools = false }: LaunchOptions): readonly string[] {
  return [
    ...CHROMIUM_ARGS,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headed ? [] : ['--headless=new']),
    ...(devtools ? ['--auto-open-devtools-for-tabs'] : []),
  ];
}

/** Firefox opens them for the first window only. */
export function firefoxArgs({ headed, devtools = false }: LaunchOptions): readonly string[] {
  return [...(headed ? [] : ['--headless']), ...(devtools ? ['--devtools'] : [])];
}

/** Without the mock audio context an AudioContext stays suspended where there is no sound card. */
export const FIREFOX_PREFS = {
  'media.cubeb.force_mock_context': true,
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'dom.ipc.processHangMonitor': false,
  'dom.max_script_run_time': 0,
  'dom.disable_open_during_load': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.warnOnClose': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
} as const;

/** Options of WebKitGTK's MiniBrowser. */
export const MINI_BROWSER_ARGS = [
  '--automation',
  '--enable-mock-capture-devices=true',
  '--autoplay-policy=allow',
  '--features=-MockCaptureDevicesPrompt,-GetUserMediaRequiresFocus',
] as const;

export const MINI_BROWSER_ENV = {
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
} as const;
