/** A server could not listen; the message says where and why. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}
