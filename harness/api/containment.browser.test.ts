import { testContainment } from './testing/containment.ts';

// Every lane has a process of its own here.
await testContainment(['chromium']);
