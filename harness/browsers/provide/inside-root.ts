/** A command line that is to run inside the folder of a whole system. */
export interface InsideRoot {
  readonly root: string;
  /** The program and its arguments, as they are called inside. */
  readonly command: readonly string[];
  /** Folders of this machine that are seen inside at the same path; absolute paths that exist. */
  readonly shared?: readonly string[];
}

/**
 * Ends with its parent, whatever ends that, and takes everything that it started along: `setpriv` dies with
 * the caller, `unshare` with `setpriv`, and nobody outlives the first process of a pid namespace. That is always a
 * shell of our own, for a program that changes its user, as apt-get does, would no longer be told of a parent's end.
 */
const CONTAINED =
  'setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child=KILL --propagation private'.split(' ');

/**
 * The mounts are seen by this process and its children only: there is nothing to unmount, and deleting the
 * root can never reach the machine's own /dev. /tmp is fresh each time and gone at the end, with every profile
 * and lock in it; so is /dev/shm, which is too small for WebKit in many containers. A container may forbid a fresh
 * /proc; the one that it has does too.
 */
const SCRIPT = `set -eu
root=$1; shift
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
if [ -d "$root/dev/shm" ]; then mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"; fi
for file in /etc/resolv.conf /etc/hosts; do
  [ -e "$file" ] || continue
  if [ -L "$root$file" ]; then rm -f "$root$file"; fi
  [ -e "$root$file" ] || : > "$root$file"
  mount --bind "$file" "$root$file"
done
while [ "$1" != -- ]; do
  mkdir -p "$root$1"
  mount --bind "$1" "$root$1"
  shift
done
shift
mkdir -p -m 700 "$root/tmp/home" "$root/tmp/run"
unset TMPDIR XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_DATA_DIRS DBUS_SESSION_BUS_ADDRESS
export HOME=/tmp/home XDG_RUNTIME_DIR=/tmp/run LC_ALL=C.UTF-8
chroot "$root" "$@"
exit $?`;

/**
 * The argument list that runs a command inside a root folder, as root, with the machine's loopback network and
 * the caller's environment. It must be ended with SIGKILL: `unshare` holds back the gentler signals.
 */
export function insideRoot(inside: InsideRoot): readonly string[] {
  return [
    ...CONTAINED,
    'sh',
    '-c',
    SCRIPT,
    'sh',
    inside.root,
    ...(inside.shared ?? []),
    '--',
    ...inside.command,
  ];
}

/** The argument list that runs a command which mounts something, where nobody else sees it, until its parent ends. */
export function privately(command: readonly string[]): readonly string[] {
  return [...CONTAINED, 'sh', '-c', '"$@"; exit $?', 'sh', ...command];
}
