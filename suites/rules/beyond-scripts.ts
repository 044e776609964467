/** Why no recorder that is a script can fire trusted events. */
export const TRUST =
  'Only events that the browser itself dispatches are trusted; those that a script dispatches are not.';
