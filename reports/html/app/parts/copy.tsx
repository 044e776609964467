import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** A block of text to take along, with a button that copies it. */
export function CopyBlock({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const [said, say] = useState('');
  const block = useRef<HTMLPreElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      say('Copied');
    } catch (error) {
      // A browser may keep the clipboard from a page on disk: then the text is selected, one key from copied.
      console.debug('No clipboard here.', error);
      if (block.current !== null) getSelection()?.selectAllChildren(block.current);
      say('Selected: copy it with your keyboard');
    }
  };
  return (
    <div class="copy">
      <button type="button" class="button small" onClick={() => void copy()} aria-label={`Copy ${label}`}>
        Copy
      </button>
      <span class="said" role="status">
        {said}
      </span>
      <pre ref={block} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  );
}
