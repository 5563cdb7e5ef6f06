/** What WeChat's server API answers: always 200, what went wrong stands in `errcode`. */
export type ApiAnswer = Readonly<Record<string, unknown>> & { errcode: number };

/** A success with what it tells. */
export function fine(told: Readonly<Record<string, unknown>> = {}): ApiAnswer {
  return { errcode: 0, errmsg: 'ok', ...told };
}

/** A no, in WeChat's own code and words. */
export function no(errcode: number, errmsg: string): ApiAnswer {
  return { errcode, errmsg };
}

/** The no's that depend on nothing. */
export const refusals = {
  busy: no(-1, 'system error'),
  noQuota: no(43_101, 'user refuse to accept the msg'),
  limited: no(45_009, 'reach max api daily quota limit'),
  badToken: no(40_001, 'invalid credential, access_token is invalid or not latest'),
  badSecret: no(40_125, 'invalid appsecret'),
  badApp: no(40_013, 'invalid appid'),
  badGrant: no(40_002, 'invalid grant_type'),
  badOpenid: no(40_003, 'invalid openid'),
  badTemplate: no(40_037, 'invalid template_id'),
  badScene: no(40_129, 'invalid scene'),
  empty: no(44_002, 'empty post data'),
  notJson: no(47_001, 'data format error'),
  tooLong: no(87_015, 'content size out of limit'),
};
