import { must, type Section } from '../rule.ts';
import { passage, specIssue, step } from '../source.ts';

/** That it does not matter where the tracks of a stream come from. */
export const sources = {
  id: 'sources',
  title: 'Sources of tracks',
  rules: {
    'sources.recorded': must(
      step('start()', '15.3'),
      'Live tracks are recorded wherever they come from: start, one dataavailable event with data, and stop.',
    ),
    'sources.ended': must(
      step('start()', '15.8'),
      'When the tracks end the recording ends, wherever they come from: dataavailable, stop, and no error.',
    ),
    'sources.disabled': must(
      passage('muted and disabled tracks', 'dom-mediarecorder-start'),
      'Tracks that are not enabled can be recorded: start comes, requestData() brings an event, stop() brings data and stop.',
    ),
    'sources.disabled-in-mid-recording': must(
      passage('muted and disabled tracks', 'dom-mediarecorder-start'),
      'A recording goes on when its tracks are disabled and enabled again, and fires no event for it.',
    ),
    'sources.muted-in-mid-recording': must(
      passage('muted and disabled tracks', 'dom-mediarecorder-start'),
      'A recording goes on when a remote track is muted, and can be stopped: dataavailable, then stop, and no error.',
    ),
    'sources.remote-codec-switched': must(
      step('start()', '15.1'),
      'A recording of a remote track goes on when the track comes in another codec: no error, and data to the end.',
      {
        standing: 'interop',
        note: `The spec says so in a note, see ${specIssue(139)}. Web Platform Tests also expect that a codec which is passed through is the one in mimeType, which the spec leaves to the browser.`,
      },
    ),
  },
} as const satisfies Section;
