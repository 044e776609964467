import { TRUST } from '../beyond-scripts.ts';
import { must, type Section } from '../rule.ts';
import { dom, passage, specIssue, webIdl } from '../source.ts';

/** What a BlobEvent holds, and what the events of a recording look like. */
export const blobEvent = {
  id: 'blob-event',
  title: 'BlobEvent',
  rules: {
    'blob-event.keeps-the-type': must(
      dom('constructing events', 'constructing-events'),
      'A constructed BlobEvent has the type that it was given.',
    ),
    'blob-event.keeps-the-data': must(
      passage('BlobEvent data', 'dom-blobevent-data'),
      'The data of a constructed BlobEvent is the very Blob that it was given, each time it is read.',
    ),
    'blob-event.accepts-a-file': must(
      webIdl('interface types', 'js-interface'),
      'A File is a Blob, and can be the data of a BlobEvent.',
    ),
    'blob-event.refuses-what-is-no-blob': must(
      webIdl('interface types', 'js-interface'),
      'The constructor of BlobEvent throws a TypeError for data that is no Blob.',
    ),
    'blob-event.keeps-the-timecode': must(
      passage('BlobEventInit timecode', 'dom-blobeventinit-timecode'),
      'The timecode of a constructed BlobEvent is the number that it was given.',
    ),
    'blob-event.converts-the-timecode': must(
      webIdl('double', 'js-double'),
      'A timecode that is no number is converted to one.',
    ),
    'blob-event.timecode-not-given': must(
      passage('BlobEventInit timecode', 'dom-blobeventinit-timecode'),
      'The timecode of a BlobEvent that was constructed without one is a number.',
      { standing: 'unclear', note: `There is neither a default nor a null: ${specIssue(140)}` },
    ),
    'blob-event.flags-default': must(
      dom('constructing events', 'constructing-events'),
      'A constructed BlobEvent does not bubble, cannot be cancelled and is not composed, unless it is told to.',
    ),
    'blob-event.flags-kept': must(
      dom('constructing events', 'constructing-events'),
      'A constructed BlobEvent bubbles, can be cancelled and is composed where its options say so.',
    ),
    'blob-event.is-not-trusted': must(
      dom('constructing events', 'constructing-events'),
      'A constructed BlobEvent is not trusted and has no target.',
    ),
    'blob-event.can-be-dispatched': must(
      dom('dispatchEvent()', 'dom-eventtarget-dispatchevent'),
      'A constructed BlobEvent can be dispatched at a recorder, and its listeners get it.',
    ),
    'blob-event.interface-in-recording': must(
      passage('event summary', 'event-summary'),
      'In a recording dataavailable is a BlobEvent, and start, pause, resume and stop are plain Events.',
    ),
    'blob-event.form-in-recording': must(
      dom('firing events', 'firing-events'),
      'The events of a recording do not bubble, cannot be cancelled, are not composed, and have the recorder as their target.',
    ),
    'blob-event.trusted-in-recording': must(
      dom('firing events', 'firing-events'),
      'The events of a recording are trusted.',
      { beyondScripts: TRUST },
    ),
    'blob-event.data-is-a-blob': must(
      passage('fire a blob event', 'fire-a-blob-event'),
      'Each dataavailable event of a recording has a Blob of its own.',
    ),
    'blob-event.same-data-each-time': must(
      webIdl('SameObject', 'SameObject'),
      'The data of one event is the same object each time it is read.',
    ),
    'blob-event.first-timecode': must(
      passage('BlobEvent timecode', 'dom-blobevent-timecode'),
      'The timecode of the first dataavailable event is 0.',
    ),
    'blob-event.timecodes-never-decrease': must(
      passage('BlobEvent timecode', 'dom-blobevent-timecode'),
      'The timecodes of a recording never decrease.',
    ),
    'blob-event.timecodes-move-on': must(
      passage('BlobEvent timecode', 'dom-blobevent-timecode'),
      'When data that was recorded later is handed out later, its timecode is larger.',
    ),
    'blob-event.timecode-of-second-recording': must(
      passage('BlobEvent timecode', 'dom-blobevent-timecode'),
      'The first timecode of a second recording is a number.',
      {
        standing: 'unclear',
        note: `The text speaks of the first event that a recorder produced, not of each recording: ${specIssue(140)}`,
      },
    ),
    'blob-event.type-of-data': must(
      passage('BlobEvent data', 'dom-blobevent-data'),
      'The type of each Blob names the container and codecs that mimeType named in the start event.',
    ),
  },
} as const satisfies Section;
