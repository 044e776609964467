import { testNpmPolyfills } from '../testing/npm-polyfills.ts';

testNpmPolyfills('chromium');
