import { testLeftBehind } from './testing/left-behind.ts';

await testLeftBehind('chromium');
