import type { Bundle } from './bundle';
import type { Machine, Measure } from './machine';
import type { Query, WxNode } from './node';
import type { Router } from './router';
import type { Bag } from './values';
import type { CloudCall } from './wx/cloud';
import type { Answers, Dialogs } from './wx/dialogs';
import type { Listeners } from './wx/object';

/** How the mini program is opened: a scene of 1154 opens it in single-page mode. */
export interface LaunchOptions {
  readonly path?: string;
  readonly query?: string | Readonly<Record<string, string>>;
  readonly scene?: number;
  readonly shareTicket?: string;
}

/** The parts of a host that a launch and the APIs share. */
export interface Parts {
  readonly machine: Machine;
  readonly bundle: Bundle;
  readonly router: Router;
  readonly listeners: Listeners;
  readonly dialogs: Dialogs;
  readonly answers: Answers;
  readonly phone: PhoneTraces;
  readonly cloudCalls: CloudCall[];
  readonly loadedPackages: readonly string[];
  readonly settleMs: number;
  /** Runs app.js and answers what it gave to App. */
  readonly startApp: () => Bag;
  /** Keeps how the app was entered, and whether that is single-page mode. */
  readonly entered: (options: Bag) => void;
  readonly release: () => void;
}

/** What a page shows: everything that a node offers, with where it stands. */
export interface ShownPage {
  readonly path: string;
  readonly query: Bag;
  readonly title: string;
  readonly tree: WxNode;
  readonly text: () => string;
  readonly find: (query: Query) => WxNode;
  readonly findAll: (query: Query) => WxNode[];
  readonly has: (query: Query) => boolean;
}

/** The first screen of a page: from its opening until it came to rest. */
export interface FirstScreen extends Measure {
  readonly path: string;
}

/** A share as WeChat would send it, with the defaults that it fills in. */
export interface Share {
  readonly title: string;
  readonly path: string;
  readonly imageUrl: string;
}

/** What the app left on the phone outside its storage. */
export interface PhoneTraces {
  readonly clipboard: { text: string };
  /** Paths of the pictures saved to the album. */
  readonly album: string[];
  readonly previews: string[][];
}
