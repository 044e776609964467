import { testContainment } from './testing/containment.ts';

// All lanes share a process here.
await testContainment(['firefox', 'webkit']);
