/** An answer of the API: its status and its JSON, if it has any; or the bytes of a file, which nobody signs. */
export type ApiAnswer = { status: number; json: Record<string, unknown> | null; bytes?: Buffer };

/** A success. */
export function fine(json: Record<string, unknown>): ApiAnswer {
  return { status: 200, json };
}

/** A success without a body. */
export const done: ApiAnswer = { status: 204, json: null };

/** What WeChat Pay answers when it says no, with its own status, code and words. */
export const refusals = {
  signError: no(401, 'SIGN_ERROR', '错误的签名，验签失败'),
  noSuchPath: { status: 404, json: null },
  systemError: no(500, 'SYSTEM_ERROR', '系统错误'),
  tooOften: no(429, 'FREQUENCY_LIMITED', '频率限制'),
  orderNotExist: no(404, 'ORDER_NOT_EXIST', '订单不存在'),
  refundNotExist: no(404, 'RESOURCE_NOT_EXISTS', '退款单不存在'),
  orderPaid: no(400, 'ORDERPAID', '该订单已支付'),
  orderClosed: no(400, 'ORDER_CLOSED', '该订单已关闭'),
  expired: no(400, 'INVALID_REQUEST', '订单已超过支付结束时间'),
  otherValues: no(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致'),
  numberUsed: no(403, 'OUT_TRADE_NO_USED', '商户订单号重复'),
  mismatch: no(400, 'APPID_MCHID_NOT_MATCH', 'AppID 和商户号不匹配'),
  notPaid: no(400, 'INVALID_REQUEST', '订单未支付，不能退款'),
  otherTotal: no(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试'),
  overPaid: no(400, 'INVALID_REQUEST', '申请退款金额超过订单可退金额'),
  tooManyRefunds: no(400, 'INVALID_REQUEST', '单笔订单的退款次数超过上限'),
  noStatement: no(400, 'NO_STATEMENT_EXIST', '账单文件不存在'),
  notEnough: no(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起'),
} satisfies Record<string, ApiAnswer>;

/** The answer to a value that is not of its form: `field` is its path, such as `/amount/total`. */
export function badValue(field: string, issue: string): ApiAnswer {
  const detail = { location: 'body', field, issue };
  return { status: 400, json: { code: 'PARAM_ERROR', message: '参数错误', detail } };
}

function no(status: number, code: string, message: string): ApiAnswer {
  return { status, json: { code, message } };
}
