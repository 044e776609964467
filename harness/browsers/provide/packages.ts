/** The npm package with a Chromium for Linux on x64; a new version is a change of this line and a run with it. */
export const HEADLESS_PACKAGE = '@sparticuz/chromium@153.0.0';

/** Chromium, and what lets ordinary users start it where they may not make namespaces, as in a chroot. */
export const CHROMIUM_PACKAGES = ['chromium', 'chromium-sandbox'] as const;

/** WebKitGTK's driver with everything that it takes to record, without a screen. */
export const WEBKIT_PACKAGES = [
  'webkit2gtk-driver',
  'gstreamer1.0-plugins-good',
  'gstreamer1.0-plugins-bad',
  'gstreamer1.0-plugins-ugly',
  'gstreamer1.0-libav',
  'gstreamer1.0-tools',
  'xvfb',
  'dbus',
  'xauth',
] as const;

/** The keys that Debian's releases are signed with, which no root is made without. */
export const DEBIAN_KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
