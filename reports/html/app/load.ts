import type { Payload } from '../payload.ts';

/** The text inside the page, inflated where it was deflated. */
async function embeddedText(element: Element): Promise<string> {
  const text = (element.textContent ?? '').trim();
  if (text.startsWith('{')) return text;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/** Reads the results that the page carries; they were written by this package together with the page. */
export async function loadPayload(): Promise<Payload> {
  const element = document.querySelector('#results');
  if (element === null) throw new Error('This page carries no results.');
  const payload: Payload = JSON.parse(await embeddedText(element));
  element.remove();
  return payload;
}
