import { TRUST } from './beyond-scripts.ts';
import type { Section } from './rule.ts';
import { dom, passage, specIssue, webIdl } from './source.ts';

/** What a BlobEvent holds, and what the events of a recording look like. */
export const blobEvent = {
  id: 'blob-event',
  title: 'BlobEvent',
  rules: {
    'blob-event.keeps-the-type': {
      level: 'must',
      standing: 'settled',
      source: dom('constructing events', 'constructing-events'),
      statement: 'A constructed BlobEvent has the type that it was given.',
    },
    'blob-event.keeps-the-data': {
      level: 'must',
      standing: 'settled',
      source: passage('BlobEvent data', 'dom-blobevent-data'),
      statement:
        'The data of a constructed BlobEvent is the very Blob that it was given, each time it is read.',
    },
    'blob-event.accepts-a-file': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface types', 'js-interface'),
      statement: 'A File is a Blob, and can be the data of a BlobEvent.',
    },
    'blob-event.refuses-what-is-no-blob': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface types', 'js-interface'),
      statement: 'The constructor of BlobEvent throws a TypeError for data that is no Blob.',
    },
    'blob-event.keeps-the-timecode': {
      level: 'must',
      standing: 'settled',
      source: passage('BlobEventInit timecode', 'dom-blobeventinit-timecode'),
      statement: 'The timecode of a constructed BlobEvent is the number that it was given.',
    },
    'blob-event.converts-the-timecode': {
      level: 'must',
      standing: 'settled',
      source: webIdl('double', 'js-double'),
      statement: 'A timecode that is no number is converted to one.',
    },
    'blob-event.timecode-not-given': {
      level: 'must',
      standing: 'unclear',
      source: passage('BlobEventInit timecode', 'dom-blobeventinit-timecode'),
      statement: 'The timecode of a BlobEvent that was constructed without one is a number.',
      note: `There is neither a default nor a null: ${specIssue(140)}`,
    },
    'blob-event.flags-default': {
      level: 'must',
      standing: 'settled',
      source: dom('constructing events', 'constructing-events'),
      statement:
        'A constructed BlobEvent does not bubble, cannot be cancelled and is not composed, unless it is told to.',
    },
    'blob-event.flags-kept': {
      level: 'must',
      standing: 'settled',
      source: dom('constructing events', 'constructing-events'),
      statement:
        'A constructed BlobEvent bubbles, can be cancelled and is composed where its options say so.',
    },
    'blob-event.is-not-trusted': {
      level: 'must',
      standing: 'settled',
      source: dom('constructing events', 'constructing-events'),
      statement: 'A constructed BlobEvent is not trusted and has no target.',
    },
    'blob-event.can-be-dispatched': {
      level: 'must',
      standing: 'settled',
      source: dom('dispatchEvent()', 'dom-eventtarget-dispatchevent'),
      statement: 'A constructed BlobEvent can be dispatched at a recorder, and its listeners get it.',
    },
    'blob-event.interface-in-recording': {
      level: 'must',
      standing: 'settled',
      source: passage('event summary', 'event-summary'),
      statement:
        'In a recording dataavailable is a BlobEvent, and start, pause, resume and stop are plain Events.',
    },
    'blob-event.form-in-recording': {
      level: 'must',
      standing: 'settled',
      source: dom('firing events', 'firing-events'),
      statement:
        'The events of a recording do not bubble, cannot be cancelled, are not composed, and have the recorder as their target.',
    },
    'blob-event.trusted-in-recording': {
      level: 'must',
      standing: 'settled',
      source: dom('firing events', 'firing-events'),
      statement: 'The events of a recording are trusted.',
      beyondScripts: TRUST,
    },
    'blob-event.data-is-a-blob': {
      level: 'must',
      standing: 'settled',
      source: passage('fire a blob event', 'fire-a-blob-event'),
      statement: 'Each dataavailable event of a recording has a Blob of its own.',
    },
    'blob-event.same-data-each-time': {
      level: 'must',
      standing: 'settled',
      source: webIdl('SameObject', 'SameObject'),
      statement: 'The data of one event is the same object each time it is read.',
    },
    'blob-event.first-timecode': {
      level: 'must',
      standing: 'settled',
      source: passage('BlobEvent timecode', 'dom-blobevent-timecode'),
      statement: 'The timecode of the first dataavailable event is 0.',
    },
    'blob-event.timecodes-never-decrease': {
      level: 'must',
      standing: 'settled',
      source: passage('BlobEvent timecode', 'dom-blobevent-timecode'),
      statement: 'The timecodes of a recording never decrease.',
    },
    'blob-event.timecodes-move-on': {
      level: 'must',
      standing: 'settled',
      source: passage('BlobEvent timecode', 'dom-blobevent-timecode'),
      statement: 'When data that was recorded later is handed out later, its timecode is larger.',
    },
    'blob-event.timecode-of-second-recording': {
      level: 'must',
      standing: 'unclear',
      source: passage('BlobEvent timecode', 'dom-blobevent-timecode'),
      statement: 'The first timecode of a second recording is a number.',
      note: `The text speaks of the first event that a recorder produced, not of each recording: ${specIssue(140)}`,
    },
    'blob-event.type-of-data': {
      level: 'must',
      standing: 'settled',
      source: passage('BlobEvent data', 'dom-blobevent-data'),
      statement:
        'The type of each Blob names the container and codecs that mimeType named in the start event.',
    },
  },
} as const satisfies Section;
