import type { Mirror } from './mirrors.ts';
import type { Workshop } from './workshop.ts';

/** Where a root folder keeps the address of its security updates. */
export const SECURITY_LIST = '/etc/apt/sources.list.d/security.list';

const SMALL = `path-exclude=/usr/share/man/*
path-exclude=/usr/share/info/*
path-exclude=/usr/share/locale/*
path-include=/usr/share/locale/locale.alias
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
force-unsafe-io
`;

const LEAN = `APT::Install-Recommends "false";
Acquire::Languages "none";
`;

/** Keeps packages from starting services, of which a root folder has none. */
const NO_SERVICES = '#!/bin/sh\nexit 101\n';

/** Whether the trusted certificates of this machine are needed inside, as with a mirror of one's own behind TLS. */
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

/** Writes the settings of a fresh root folder: its mirror, and what it may leave out. */
export async function furnish(workshop: Workshop, root: string, mirror: Mirror): Promise<void> {
  const { files, host } = workshop;
  await files.write(`${root}/etc/apt/sources.list`, `deb ${mirror.main} trixie main\n`);
  await files.write(`${root}${SECURITY_LIST}`, `deb ${mirror.security} trixie-security main\n`);
  await files.write(`${root}/etc/apt/apt.conf.d/90lean`, LEAN);
  await files.write(`${root}/etc/dpkg/dpkg.cfg.d/90small`, SMALL);
  await files.write(`${root}/usr/sbin/policy-rc.d`, NO_SERVICES, 0o755);
  const certificates = mirror.main.startsWith('https:') ? await host.files.read(CERTIFICATES) : undefined;
  if (certificates !== undefined) await files.write(`${root}${CERTIFICATES}`, certificates);
}
