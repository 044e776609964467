/** Options that npm has as well, so that somebody's own settings may have set them. */
const NPM_OWN = new Set(['yes']);

/**
 * npm keeps options for itself unless `--` stands before them; it then leaves them in the environment.
 * Says which of ours it took, so that nobody wonders why the option had no effect.
 */
export function swallowedByNpm(
  env: Readonly<Record<string, string | undefined>>,
  options: readonly string[],
): string | undefined {
  if (env['npm_lifecycle_event'] !== 'start') return undefined;
  const taken = options.filter((option) => {
    const value = env[`npm_config_${option.replaceAll('-', '_')}`] ?? '';
    return !NPM_OWN.has(option) && value !== '' && value !== 'false';
  });
  if (taken.length === 0) return undefined;
  const [first = ''] = taken;
  return `npm took ${taken.map((option) => `--${option}`).join(', ')} for itself; write "npm start -- --${first} …", with "--" before the options`;
}
