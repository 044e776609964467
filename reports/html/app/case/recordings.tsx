import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CaseResult, Recording } from '../../../../harness/protocol/index.ts';
import { recordingKey, type PlacedRecording } from '../../recordings.ts';
import type { Model } from '../../view/model.ts';
import { bytesLabel } from '../../view/timeline.ts';

/** An address for bytes that the page carries, as long as they are shown. */
function useCarried(placed: PlacedRecording, mimeType: string): string | undefined {
  const [url, setUrl] = useState<string>();
  const base64 = placed.kind === 'inside' ? placed.base64 : undefined;
  useEffect(() => {
    if (base64 === undefined) return undefined;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [base64, mimeType]);
  return placed.kind === 'beside' ? placed.href : url;
}

function troubleWords(placed: PlacedRecording, { file, mimeType }: Recording): string {
  switch (placed.kind) {
    case 'inside':
      return `This browser cannot play it as ${mimeType}. That may be what is wrong with it, or the browser lacks the codec.`;
    case 'beside':
      return `It cannot be played: either ${file} is not beside this page any more, or this browser cannot play ${mimeType}.`;
    case 'missing':
      return `It is missing: ${file} was not beside the results when this page was made.`;
  }
}

function Player(props: {
  readonly recording: Recording;
  readonly placed: PlacedRecording;
  readonly name: string;
}): VNode {
  const { recording, placed, name } = props;
  const url = useCarried(placed, recording.mimeType);
  const isEmpty = recording.bytes === 0;
  const [broken, setBroken] = useState(placed.kind === 'missing' && !isEmpty);
  const file = recording.file.split('/').at(-1) ?? recording.file;
  const common = {
    controls: true,
    preload: 'metadata' as const,
    src: url,
    'aria-label': name,
    onError: () => setBroken(true),
  };
  return (
    <figure class="recording card">
      {broken || isEmpty || url === undefined ? null : recording.mimeType.startsWith('audio/') ? (
        <audio {...common} />
      ) : (
        <video {...common} playsInline />
      )}
      <figcaption>
        <p>
          <b>{name}</b> <code>{recording.mimeType || 'no type'}</code> {bytesLabel(recording.bytes)}
        </p>
        {broken ? <p class="notice small">{troubleWords(placed, recording)}</p> : null}
        {isEmpty ? <p class="quiet">It has no bytes at all.</p> : null}
        {placed.kind === 'beside' && !broken && !isEmpty ? (
          <p class="quiet">It is too large for this page and lies beside it.</p>
        ) : null}
        {url === undefined || isEmpty ? null : (
          <a href={url} download={file}>
            Save {file}
          </a>
        )}
      </figcaption>
    </figure>
  );
}

/** What was recorded in the attempts that did not pass, to play where it can be played. */
export function Recordings(props: {
  readonly model: Model;
  readonly target: string;
  readonly result: CaseResult;
}): VNode | null {
  const { model, target, result } = props;
  const kept = result.attempts.flatMap(({ recording }, index) =>
    recording === undefined ? [] : [{ recording, index }],
  );
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="recorded">
      <h2 id="recorded">What was recorded</h2>
      <div class="recordings">
        {kept.map(({ recording, index }) => (
          <Player
            key={recordingKey(target, recording)}
            recording={recording}
            placed={model.payload.recordings[recordingKey(target, recording)] ?? { kind: 'missing' }}
            name={result.attempts.length === 1 ? 'The recording' : `Attempt ${index + 1}`}
          />
        ))}
      </div>
    </section>
  );
}
