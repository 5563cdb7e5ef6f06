import { z } from 'zod';
import { post, type Line } from './ask';

/** The access token of one instance. */
export type TokenKeeper = {
  /** A token that is valid for a while still. */
  current(): Promise<string>;
  /** A new one in place of `over`, which WeChat refused; one that another call fetched meanwhile is taken. */
  after(over: string): Promise<string>;
};

/** A token is given up this long before it ends, so that none ends on its way. */
const marginMs = 5 * 60_000;
const Token = z.object({
  access_token: z.string().min(1).max(512),
  expires_in: z.number().int().positive(),
});

/**
 * Keeps one instance's token. `stable_token` gives every instance the same one, so they don't end each other's;
 * only a forced one ends what was before, so that is asked for when WeChat refused a token, and not otherwise.
 */
export function keepToken(line: Line): TokenKeeper {
  let kept: { token: string; untilMs: number } | undefined;
  let fetching: Promise<string> | undefined;
  const fetchToken = async (force: boolean) => {
    const body = {
      grant_type: 'client_credential',
      appid: line.appid,
      secret: line.secret,
      force_refresh: force,
    };
    const call = { operation: 'stableToken', path: '/cgi-bin/stable_token', body };
    const got = await post(line, call, null, Token);
    kept = {
      token: got.access_token,
      untilMs: line.realNowMs() + got.expires_in * 1_000 - marginMs,
    };
    return got.access_token;
  };
  const fetchOnce = (force: boolean) =>
    (fetching ??= fetchToken(force).finally(() => (fetching = undefined)));
  /** The kept token while it is good for a while, unless it is `over`. */
  const fresh = (over: string | null) =>
    kept !== undefined && kept.token !== over && kept.untilMs > line.realNowMs()
      ? kept.token
      : undefined;
  return {
    current: async () => fresh(null) ?? fetchOnce(false),
    after: async (over) => fresh(over) ?? fetchOnce(true),
  };
}
