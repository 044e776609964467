import { testKilledBrowser } from './testing/killed-browser.ts';

for (const engine of ['firefox', 'webkit'] as const) await testKilledBrowser(engine);
