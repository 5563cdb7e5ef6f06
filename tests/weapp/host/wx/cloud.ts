import { ApiFailure, asyncApi } from '../api-call';
import type { Machine } from '../machine';
import { bagOf, isBag, messageOf, stringOf, type Bag } from '../values';

/** Answers a cloud function; `anonymous` callers come from single-page mode and have no openid. */
export type CallFunction = (
  name: string,
  data: unknown,
  caller: { readonly anonymous: boolean },
) => Promise<unknown>;

/** One call as it went over the wire. */
export interface CloudCall {
  readonly name: string;
  readonly data: unknown;
}

/** wx.cloud: what the app sends and gets is JSON, and nothing works before `init`. */
export function cloudApis(
  machine: Machine,
  call: CallFunction,
  log: CloudCall[],
  isSinglePage: () => boolean,
): Bag {
  let isReady = false;
  const callFunction = async (options: Bag) => {
    if (!isReady) {
      throw new Error("Cloud API isn't enabled, please call wx.cloud.init first");
    }
    const name = stringOf(options.name);
    const data: unknown = JSON.parse(JSON.stringify(options.data ?? {}));
    log.push({ name, data });
    try {
      const result = await call(name, data, { anonymous: isSinglePage() });
      return { result, requestID: `request-${log.length}`, errMsg: 'cloud.callFunction:ok' };
    } catch (error) {
      const fields = isBag(error) ? { errCode: bagOf(error).errCode ?? -1 } : {};
      throw new ApiFailure(`cloud.callFunction:fail ${messageOf(error)}`, fields);
    }
  };
  return {
    init: () => {
      isReady = true;
    },
    callFunction: asyncApi(machine, 'cloud.callFunction', callFunction),
  };
}
