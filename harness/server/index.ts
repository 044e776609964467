export { ListenError, startServer, type ConformanceServer, type Roots } from './server.ts';
export type { ServedSubject, SubjectScript } from './pages.ts';
export { Session, type Sender, type SentRecording, type SessionOptions } from './session.ts';
