import { decodeJson, PageSetup } from '../protocol/index.ts';

/** What the server wrote into this page: who it is and where it reports. */
export function readSetup(): PageSetup {
  const element = document.querySelector('#setup');
  return decodeJson(PageSetup, element?.textContent ?? '', 'the page setup');
}
