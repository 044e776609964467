#!/usr/bin/env bash
# Installs Debian's builds of the three engines, and what they need to record without a screen. Runs as root on Debian 13.
set -euo pipefail

apt-get update
apt-get install --yes --no-install-recommends \
  chromium firefox-esr webkit2gtk-driver \
  gstreamer1.0-libav gstreamer1.0-plugins-bad gstreamer1.0-plugins-good gstreamer1.0-plugins-ugly gstreamer1.0-tools \
  dbus xauth xvfb
