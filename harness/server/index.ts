export { ListenError, startServer, type ConformanceServer, type Roots } from './server.ts';
export { Session, type Sender, type SessionOptions } from './session.ts';
