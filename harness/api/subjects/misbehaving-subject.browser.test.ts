import { testMisbehavingSubject } from '../testing/misbehaving-subject.ts';

testMisbehavingSubject(['chromium']);
