/** The recorder does not offer what the spec leaves to the browser, and says so itself. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
}
