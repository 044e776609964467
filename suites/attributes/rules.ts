import { must, type Section } from '../rule.ts';
import { html, passage, specIssue, step, webIdl } from '../source.ts';

/** How the attributes change with a recording, and how event handlers are set. */
export const attributes = {
  id: 'attributes',
  title: 'Attributes',
  rules: {
    'attributes.mime-type-until-start-event': must(
      step('start()', '15.3.3'),
      'mimeType is what the constructor was given until the start event: start() itself does not change it.',
    ),
    'attributes.mime-type-after-failed-start': must(
      step('start()', '5'),
      'A start() that throws while recording leaves mimeType alone.',
    ),
    'attributes.mime-type-in-start-event': must(
      step('start()', '15.3.2'),
      'In the start event mimeType names the type and subtype, as they were asked for, and one codec for each kind of track.',
    ),
    'attributes.mime-type-keeps-codecs': must(
      step('start()', '15.3.2'),
      'Codecs that were asked for are in mimeType in the start event.',
    ),
    'attributes.mime-type-stays-while-recording': must(
      step('start()', '15.3.3'),
      'mimeType does not change between the start event and the end of the recording.',
    ),
    'attributes.mime-type-reset-by-stop': must(
      step('inactivate the recorder', '1'),
      'When stop() has returned mimeType is what the constructor was given, and stays so.',
    ),
    'attributes.mime-type-reset-by-ended-tracks': must(
      step('inactivate the recorder', '1'),
      'When all tracks have ended mimeType is what the constructor was given, from the final dataavailable event on.',
    ),
    'attributes.mime-type-reset-by-error': must(
      step('inactivate the recorder', '1'),
      'When a changed stream has ended the recording mimeType is what the constructor was given, from the error event on.',
    ),
    'attributes.mime-type-when-stopped-at-once': must(
      step('start()', '15.3.3'),
      'After start() and stop() in one task mimeType is what the constructor was given, or names what was recorded.',
      {
        standing: 'unclear',
        note: `The start event still comes and sets mimeType, though the recorder is inactive then: ${specIssue(204)}`,
      },
    ),
    'attributes.mime-type-extended-again': must(
      step('start()', '15.3.3'),
      'A second recording of the same stream names the same type and codecs as the first.',
    ),
    'attributes.stream-stays': must(
      passage('stream', 'dom-mediarecorder-stream'),
      'The stream attribute is the same object before, in and after a recording.',
    ),
    'attributes.bitrates-stay': must(
      step('start()', '10 and 11'),
      'Bitrates that were asked for are not changed by start().',
    ),
    'attributes.given-bitrates-afterwards': must(
      step('inactivate the recorder', '3'),
      'After a recording with bitrates that were asked for the bitrates are numbers.',
      {
        standing: 'unclear',
        note: `The slot is null without bitsPerSecond, but the step compares it with undefined, so that it may set them anew; see also ${specIssue(205)}`,
      },
    ),
    'attributes.total-bitrate-stays': must(
      step('start()', '9'),
      'With bitsPerSecond the sum of both bitrates stays close to it, while recording and afterwards.',
      { note: 'The spec does not say how close; from half to one and a half of it is accepted.' },
    ),
    'attributes.chosen-bitrates-afterwards': must(
      step('inactivate the recorder', '3'),
      'After a recording without bitrate options the bitrates are numbers.',
      {
        standing: 'unclear',
        note: `The slot is null without bitsPerSecond, but the step compares it with undefined, so that it may or may not apply; see also ${specIssue(205)}`,
      },
    ),
    'attributes.bitrate-mode-stays': must(
      step('start()', '13'),
      'audioBitrateMode does not change with a recording.',
    ),
    'attributes.handler-null-at-first': must(
      html('event handlers', 'webappapis', 'event-handler-idl-attributes'),
      'The event handlers of a new recorder are null.',
    ),
    'attributes.handler-keeps-function': must(
      html('event handlers', 'webappapis', 'event-handler-idl-attributes'),
      'An event handler attribute gives the function back that it was set to, and null after it was set to null.',
    ),
    'attributes.handler-drops-primitives': must(
      webIdl('callback functions', 'js-callback-function'),
      'An event handler attribute that is set to a primitive is null.',
    ),
    'attributes.handler-keeps-objects': must(
      webIdl('invoking callback functions', 'js-invoking-callback-functions'),
      'An event handler attribute keeps an object that cannot be called; nothing happens when its event comes.',
    ),
    'attributes.handler-call': must(
      html('the event handler processing algorithm', 'webappapis', 'the-event-handler-processing-algorithm'),
      'An event handler is called with the recorder as this and the event as its only argument, onerror among them.',
    ),
    'attributes.handler-replaced': must(
      html('the event handler processing algorithm', 'webappapis', 'the-event-handler-processing-algorithm'),
      'A new event handler takes the place of the old one.',
    ),
    'attributes.handler-removed': must(
      html('deactivate an event handler', 'webappapis', 'deactivate-an-event-handler'),
      'An event handler that was set to null is not called.',
    ),
    'attributes.handler-order': must(
      html('activate an event handler', 'webappapis', 'activate-an-event-handler'),
      'An event handler is called in its turn among the listeners: where it was first set, or where it was set again after null.',
    ),
    'attributes.handler-cancels': must(
      html('the event handler processing algorithm', 'webappapis', 'the-event-handler-processing-algorithm'),
      'An event handler that returns false cancels its event.',
    ),
    'attributes.handlers-in-recording': must(
      html('EventHandler', 'webappapis', 'eventhandler'),
      'In a recording the event handler of each event is called once, in the order of the events.',
    ),
  },
} as const satisfies Section;
