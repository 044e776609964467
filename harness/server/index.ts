export { ListenError, startServer, type ConformanceServer, type Roots } from './server.ts';
export { Session, type Sender, type SentRecording, type SessionOptions } from './session.ts';
