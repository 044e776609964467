import type { Engine } from '../../protocol/index.ts';
import type { Lack } from '../discover/index.ts';

/** What is said about a way before it is gone. */
interface Announced {
  readonly engine: Engine;
  readonly fetches: string;
  /** Roughly what is downloaded. */
  readonly megabytes: number;
  readonly changes: string;
  readonly needsRoot: boolean;
}

/** Playwright's own build, by Playwright's installer. */
export interface PlaywrightDownload extends Announced {
  readonly kind: 'playwright-download';
  /** Whether the system libraries that it needs are installed with it. */
  readonly withLibraries: boolean;
}

/** Packages of the distribution. */
interface AptPackages extends Announced {
  readonly kind: 'apt-packages';
  readonly packages: readonly string[];
  readonly through: 'root' | 'sudo';
}

/** The headless Chromium that ships in an npm package. */
export interface NpmChromium extends Announced {
  readonly kind: 'npm-chromium';
  readonly spec: string;
}

/** A folder with a whole Debian 13, whose WebKitGTK can record video. */
export interface DebianRoot extends Announced {
  readonly kind: 'debian-root';
  /** What has to be installed first to make it. */
  readonly prerequisites: readonly string[];
}

/** A package beside the browser's own, without which it cannot do all that it offers. */
export interface Supplement extends Omit<Announced, 'engine'> {
  readonly what: 'libavcodec';
  readonly through: 'root' | 'sudo';
}

/** One way of getting an engine. */
export type Way = PlaywrightDownload | AptPackages | NpmChromium | DebianRoot;

/** A way that is closed on this machine, and what would open it. */
export interface ClosedWay {
  readonly kind: Way['kind'];
  readonly why: string;
}

/** How an engine is to be got: the first way that works is taken. */
export type EnginePlan =
  | {
      readonly kind: 'present';
      readonly engine: Engine;
      readonly name: string;
      readonly version: string;
      readonly lacks: readonly Lack[];
      readonly supplement?: Supplement;
    }
  | {
      readonly kind: 'get';
      readonly engine: Engine;
      readonly ways: readonly [Way, ...Way[]];
      readonly closed: readonly ClosedWay[];
      /** Got behind the browser, unless what brought the browser brought it too. */
      readonly supplement?: Supplement;
    }
  | {
      readonly kind: 'out-of-reach';
      readonly engine: Engine;
      readonly closed: readonly ClosedWay[];
      readonly advice: string;
    };

/** What is about to happen, as it can be shown before it does. */
export interface ProvidingPlan {
  readonly engines: readonly EnginePlan[];
  /** Whether somebody has to agree first. */
  readonly consent: 'given' | 'needed';
}
