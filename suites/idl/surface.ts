// Generated from the Web IDL of the specs by `npm run generate:idl`; do not edit.
import type { DictionaryShape, EnumShape, InterfaceShape } from './shape.ts';

/** The interfaces of a recording. */
export const INTERFACES = [
  {
    name: 'MediaRecorder',
    inherits: 'EventTarget',
    exposed: ['Window'],
    length: 1,
    attributes: [
      { name: 'stream', type: 'MediaStream', readonly: true },
      { name: 'mimeType', type: 'DOMString', readonly: true },
      { name: 'state', type: 'RecordingState', readonly: true },
      { name: 'onstart', type: 'EventHandler', readonly: false },
      { name: 'onstop', type: 'EventHandler', readonly: false },
      { name: 'ondataavailable', type: 'EventHandler', readonly: false },
      { name: 'onpause', type: 'EventHandler', readonly: false },
      { name: 'onresume', type: 'EventHandler', readonly: false },
      { name: 'onerror', type: 'EventHandler', readonly: false },
      { name: 'videoBitsPerSecond', type: 'unsigned long', readonly: true },
      { name: 'audioBitsPerSecond', type: 'unsigned long', readonly: true },
      { name: 'audioBitrateMode', type: 'BitrateMode', readonly: true },
    ],
    operations: [
      { name: 'start', static: false, length: 0 },
      { name: 'stop', static: false, length: 0 },
      { name: 'pause', static: false, length: 0 },
      { name: 'resume', static: false, length: 0 },
      { name: 'requestData', static: false, length: 0 },
      { name: 'isTypeSupported', static: true, length: 1 },
    ],
  },
  {
    name: 'BlobEvent',
    inherits: 'Event',
    exposed: ['Window'],
    length: 2,
    attributes: [
      { name: 'data', type: 'Blob', readonly: true },
      { name: 'timecode', type: 'DOMHighResTimeStamp', readonly: true },
    ],
    operations: [],
  },
  {
    name: 'ErrorEvent',
    inherits: 'Event',
    exposed: ['*'],
    length: 1,
    attributes: [
      { name: 'message', type: 'DOMString', readonly: true },
      { name: 'filename', type: 'USVString', readonly: true },
      { name: 'lineno', type: 'unsigned long', readonly: true },
      { name: 'colno', type: 'unsigned long', readonly: true },
      { name: 'error', type: 'any', readonly: true },
    ],
    operations: [],
  },
] as const satisfies readonly InterfaceShape[];

/** Their options. */
export const DICTIONARIES = [
  {
    name: 'MediaRecorderOptions',
    inherits: null,
    members: [
      { name: 'mimeType', type: 'DOMString', required: false },
      { name: 'audioBitsPerSecond', type: 'unsigned long', required: false },
      { name: 'videoBitsPerSecond', type: 'unsigned long', required: false },
      { name: 'bitsPerSecond', type: 'unsigned long', required: false },
      { name: 'audioBitrateMode', type: 'BitrateMode', required: false },
      { name: 'videoKeyFrameIntervalDuration', type: 'DOMHighResTimeStamp', required: false },
      { name: 'videoKeyFrameIntervalCount', type: 'unsigned long', required: false },
    ],
  },
  {
    name: 'BlobEventInit',
    inherits: 'EventInit',
    members: [
      { name: 'data', type: 'Blob', required: true },
      { name: 'timecode', type: 'DOMHighResTimeStamp', required: false },
    ],
  },
  {
    name: 'ErrorEventInit',
    inherits: 'EventInit',
    members: [
      { name: 'message', type: 'DOMString', required: false },
      { name: 'filename', type: 'USVString', required: false },
      { name: 'lineno', type: 'unsigned long', required: false },
      { name: 'colno', type: 'unsigned long', required: false },
      { name: 'error', type: 'any', required: false },
    ],
  },
  {
    name: 'EventInit',
    inherits: null,
    members: [
      { name: 'bubbles', type: 'boolean', required: false },
      { name: 'cancelable', type: 'boolean', required: false },
      { name: 'composed', type: 'boolean', required: false },
    ],
  },
] as const satisfies readonly DictionaryShape[];

/** Their enumerations. */
export const ENUMS = [
  { name: 'BitrateMode', values: ['constant', 'variable'] },
  { name: 'RecordingState', values: ['inactive', 'recording', 'paused'] },
] as const satisfies readonly EnumShape[];
