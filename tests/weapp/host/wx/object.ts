import { ApiFailure, asyncApi } from '../api-call';
import type { Machine } from '../machine';
import { bagOf, isBag, isCallable, messageOf, type Bag, type Callable } from '../values';
import { newCanvas } from './canvas';
import { absentApis, isWechatApi } from './names';
import { intersectionObserver, selectorQuery } from './view';
import type { Router } from '../router';
import { USER_DATA_PATH } from './files';

/** Plays the pay sheet: it comes back when paid, and throws what WeChat would answer when not. */
export type RequestPayment = (asked: Bag) => Promise<void>;

/** The listeners that the app put on the whole mini program. */
export type Listeners = Map<string, Set<Callable>>;

/** What single-page mode takes away; reading and drawing stays. */
const NOT_IN_SINGLE_PAGE = (
  'login navigateTo redirectTo reLaunch switchTab navigateBack requestPayment chooseAddress showShareMenu ' +
  'requestSubscribeMessage setNavigationBarTitle saveImageToPhotosAlbum previewImage authorize'
).split(' ');

const EVENTS =
  'AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange NetworkStatusChange MemoryWarning WindowResize ' +
  'KeyboardHeightChange NeedPrivacyAuthorization UserCaptureScreen';

/** Joins the families to the one `wx` of the app; what no family has stays an error. */
export function fillWx(wx: Bag, machine: Machine, families: readonly Bag[]): void {
  Object.assign(wx, absentApis(machine), ...families, {
    env: { USER_DATA_PATH },
    canIUse: (schema: unknown) => isWechatApi(String(schema)),
  });
}

/** Replaces what single-page mode does not have by its refusal. */
export function reduceToSinglePage(wx: Bag, machine: Machine): void {
  for (const name of NOT_IN_SINGLE_PAGE) {
    wx[name] = asyncApi(machine, name, () => {
      throw new ApiFailure(`${name}:fail not supported in single page mode`);
    });
  }
}

/** wx.onX and wx.offX; the host tells the listeners. */
export function listenerApis(listeners: Listeners): Bag {
  const apis: Bag = {};
  for (const event of EVENTS.split(' ')) {
    apis[`on${event}`] = (deed: unknown) => {
      const held = listeners.get(event) ?? new Set();
      if (isCallable(deed)) listeners.set(event, held.add(deed));
    };
    apis[`off${event}`] = (deed: unknown) => {
      if (isCallable(deed)) listeners.get(event)?.delete(deed);
      else listeners.delete(event);
    };
  }
  return apis;
}

/** Logging in and paying, which a test plays. */
export function accountApis(machine: Machine, pay: RequestPayment | undefined): Bag {
  let logins = 0;
  return {
    login: asyncApi(machine, 'login', () => {
      logins += 1;
      return { code: `code-${logins}` };
    }),
    requestPayment: asyncApi(machine, 'requestPayment', async (options) => {
      for (const field of ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']) {
        if (typeof options[field] === 'string') continue;
        throw new ApiFailure(`requestPayment:fail parameter error: ${field} is no string`);
      }
      if (pay === undefined)
        throw new Error('wx.requestPayment was called and the test plays no payment');
      const asked = bagOf(JSON.parse(JSON.stringify(options)));
      await machine.track(pay(asked)).catch((error: unknown) => {
        const fields = isBag(error) ? { errCode: error.errCode } : {};
        throw new ApiFailure(messageOf(error), fields);
      });
    }),
  };
}

/** Queries of the page on top, and canvases of no page. */
export function pageApis(machine: Machine, router: () => Router): Bag {
  const tree = () => router().top.shown();
  return {
    createSelectorQuery: () => selectorQuery(machine, tree),
    createIntersectionObserver: () => intersectionObserver(machine, tree),
    createOffscreenCanvas: () => newCanvas(machine),
  };
}
