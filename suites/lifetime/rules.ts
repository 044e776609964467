import { must, type Section } from '../rule.ts';
import { dom, html, specIssue, step, webIdl } from '../source.ts';

const DETACHED = `The spec does not say what becomes of a recorder whose document is gone, and browsers differ: ${specIssue(206)}`;

/** What becomes of a recorder when its page, its references or its handlers do something unusual. */
export const lifetime = {
  id: 'lifetime',
  title: 'Lifetime and handlers',
  rules: {
    'lifetime.removed-frame-constructs': must(
      html('fully active documents', 'document-sequences', 'fully-active'),
      'The constructor of a frame that was removed either throws a DOMException or makes an inactive recorder.',
      { standing: 'unclear', note: DETACHED },
    ),
    'lifetime.removed-frame-starts': must(
      html('fully active documents', 'document-sequences', 'fully-active'),
      'start() of a recorder whose frame was removed either throws a DOMException and leaves it inactive, or makes it recording.',
      { standing: 'unclear', note: DETACHED },
    ),
    'lifetime.removed-frame-calls': must(
      html('fully active documents', 'document-sequences', 'fully-active'),
      'A method of a recorder whose frame was removed while it recorded either throws a DOMException and leaves the state alone, or leads to the state that it leads to elsewhere.',
      { standing: 'unclear', note: DETACHED },
    ),
    'lifetime.removed-frame-attributes': must(
      webIdl('attributes', 'js-attributes'),
      'The attributes of a recorder whose frame was removed can be read as before: nothing is thrown, each value is of its type, and the stream is the same.',
    ),
    'lifetime.removed-frame-ends': must(
      html('definition of a runnable task', 'webappapis', 'concept-task-runnable'),
      'A recording whose document goes away falls silent, or ends with data and a stop event and then is inactive; nothing follows.',
      { standing: 'unclear', note: DETACHED },
    ),
    'lifetime.removed-frame-keeps-others': must(
      step('start()', '1'),
      'A recorder goes on and ends as usual when the document of another recorder of the same stream goes away.',
    ),
    'lifetime.removed-frame-in-handler': must(
      dom('inner invoke', 'concept-event-listener-inner-invoke'),
      'When a listener removes the frame of the recorder, the listeners after it are called if those of any other event target of such a frame are.',
      {
        note: 'They should be, for they belong to another document; but that is not for recorders to decide.',
      },
    ),
    'lifetime.removed-frame-in-data-handler': must(
      step('stop()', '4.3'),
      'When the frame is removed within the final dataavailable event, the stop event of the same task either follows or does not; nothing else does.',
      { standing: 'unclear', note: DETACHED },
    ),
    'lifetime.unreferenced-goes-on': must(
      step('start()', '15.7'),
      'A recorder that nothing refers to any more goes on recording: its slices keep coming after garbage was collected.',
      { note: 'Garbage collection is not to be noticed but through WeakRef and FinalizationRegistry.' },
    ),
    'lifetime.unreferenced-ends': must(
      step('start()', '15.8'),
      'A recorder that nothing refers to any more fires its last events when its tracks end after garbage was collected.',
      { note: 'Garbage collection is not to be noticed but through WeakRef and FinalizationRegistry.' },
    ),
    'lifetime.hidden-page': must(
      html('page visibility', 'interaction', 'page-visibility'),
      'A recording of sound goes on while its page is hidden.',
      {
        standing: 'interop',
        untestable:
          'Only a user or another page can hide a page, and all cases share one visible page, whose canvases stand still when it is hidden.',
      },
    ),
    'lifetime.back-forward-cache': must(
      html('definition of fully active', 'document-sequences', 'fully-active'),
      'A page that comes back from the back-forward cache finds its recorders in a usable state.',
      {
        standing: 'interop',
        untestable:
          'Only a whole page that no other page refers to is kept in that cache, never a frame or a window that a case has opened; whether it is kept at all is left to the browser.',
      },
    ),
    'lifetime.throwing-handler-keeps-recording': must(
      dom('inner invoke', 'concept-event-listener-inner-invoke'),
      'A handler that throws does not disturb the recording: other listeners are called, and all other events come.',
    ),
    'lifetime.throwing-handler-is-reported': must(
      webIdl('call a user object’s operation', 'call-a-user-objects-operation'),
      'What a handler or a listener throws is reported as an error of its own window, once, and not thrown at anybody.',
    ),
    'lifetime.stop-in-start-event': must(
      step('stop()', '4'),
      'stop() within the start event works as ever: one dataavailable event, then stop.',
    ),
    'lifetime.pause-in-start-event': must(
      step('pause()', '3'),
      'pause() within the start event works as ever.',
    ),
    'lifetime.stop-in-data-event': must(
      step('stop()', '4'),
      'stop() within a dataavailable event that requestData() brought works as ever: another dataavailable event, then stop.',
    ),
    'lifetime.pause-in-data-event': must(
      step('pause()', '3'),
      'pause() within a dataavailable event that requestData() brought works as ever.',
    ),
    'lifetime.request-data-in-data-event': must(
      step('requestData()', '1'),
      'requestData() within a dataavailable event brings one more dataavailable event, and not within the call.',
    ),
    'lifetime.stop-in-pause-event': must(
      step('stop()', '4'),
      'stop() within the pause event works as ever: one dataavailable event, then stop.',
    ),
    'lifetime.resume-in-pause-event': must(
      step('resume()', '3'),
      'resume() within the pause event works as ever.',
    ),
    'lifetime.pause-in-resume-event': must(
      step('pause()', '3'),
      'pause() within the resume event works as ever.',
    ),
  },
} as const satisfies Section;
