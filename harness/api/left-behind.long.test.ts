import { testLeftBehind } from './testing/left-behind.ts';

for (const engine of ['firefox', 'webkit'] as const) await testLeftBehind(engine);
