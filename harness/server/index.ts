export { serveFolder, type FolderServer } from './folder-server.ts';
export { ListenError } from './listen-error.ts';
export { startServer, type ConformanceServer, type Roots } from './server.ts';
export type { ServedSubject, SubjectScript } from './pages.ts';
export { Session, type Sender, type SentRecording } from './session.ts';
