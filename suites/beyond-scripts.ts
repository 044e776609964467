/** Why no recorder that is a script can fire trusted events. */
export const TRUST =
  'Only events that the browser itself dispatches are trusted; those that a script dispatches are not.';

/** Why no recorder that is a script can refuse a stream for its isolation. */
export const ISOLATION =
  'Whether a stream is isolated from its page is nothing that a script in the page can see.';
