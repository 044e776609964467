import { testNpmPolyfills } from '../testing/npm-polyfills.ts';

for (const engine of ['firefox', 'webkit'] as const) testNpmPolyfills(engine);
