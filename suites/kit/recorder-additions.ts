// What the spec gives recorders and the DOM types that come with the compiler do not. Loaded for its types only.
declare global {
  interface MediaRecorder {
    /** How audio is encoded: at a constant or at a variable bitrate. */
    readonly audioBitrateMode: 'constant' | 'variable';
  }

  interface MediaRecorderOptions {
    audioBitrateMode?: 'constant' | 'variable';
    /** The longest time between key frames, in milliseconds. */
    videoKeyFrameIntervalDuration?: number;
    /** The largest number of frames between key frames. */
    videoKeyFrameIntervalCount?: number;
  }
}

export {};
