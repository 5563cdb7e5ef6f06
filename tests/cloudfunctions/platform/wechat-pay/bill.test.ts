import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { fenOfYuan, readTradeBill } from '../../../../cloudfunctions/platform/wechat-pay/bill';
import { openFarSide, signed, type FarSide } from './far-side';

/** A bill as WeChat Pay writes one: a payment whose goods have a comma in their name, and a refund. */
const bill = [
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注',
  '`2026-05-28 20:01:02,`wx2421b1c4370ec43b,`1900000001,`0,`,`4200000001,`202605280001,`oUpF8,`JSAPI,`SUCCESS,`OTHERS,`CNY,`123.00,`0.45,`0,`0,`0.00,`0.00,`,`,`跑鞋,42 码,`,`0.74000,`0.60%,`123.45,`0.00,`',
  '`2026-05-28 21:01:02,`wx2421b1c4370ec43b,`1900000001,`0,`,`4200000001,`202605280001,`oUpF8,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`5000000001,`R202605280001-1,`0.40,`0.05,`ORIGINAL,`PROCESSING,`跑鞋,42 码,`,`-0.00240,`0.60%,`0.00,`0.45,`',
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
  '`2,`123.00,`0.40,`0.05,`0.73760,`123.45,`0.45',
  '',
].join('\r\n');

const rows = [
  { kind: 'payment', number: '202605280001', transactionId: '4200000001', amountFen: 12_345 },
  { kind: 'refund', number: 'R202605280001-1', transactionId: '4200000001', amountFen: 45 },
];

describe('a trade bill', () => {
  it.each([
    ['as it comes', bill],
    ['with a byte order mark and bare line ends', `\uFEFF${bill.replaceAll('\r\n', '\n')}`],
  ])('is read by its columns’ names, %s', (_, text) => {
    expect(readTradeBill(text, '1900000001')).toEqual(rows);
  });

  it.each([
    ['is cut off', bill.slice(0, bill.indexOf('总交易单数'))],
    ['lacks a row', bill.replace(/\r\n`2026[^\r]*/, '')],
    ['lacks a column', bill.replace('申请退款金额,', '')],
    ['has an amount that is none', bill.replace('`123.45,`0.00', '`12x,`0.00')],
    ['has a fraction of a fen', bill.replace('`123.45,`0.00', '`123.451,`0.00')],
    ['has a state that is new', bill.replace('`SUCCESS', '`MAYBE')],
    ['is empty', ''],
  ])('is not believed when it %s', (_, text) => {
    expect(() => readTradeBill(text, '1900000001')).toThrow();
  });

  it('of another merchant is not believed', () => {
    expect(() => readTradeBill(bill, '1900000002')).toThrow();
  });

  it('tells every amount to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.nat(3), (amount, zeros) => {
        const rest = String(amount % 100).padStart(2, '0');
        const yuan = `${Math.floor(amount / 100)}.${rest}${'0'.repeat(zeros)}`;
        expect(fenOfYuan(yuan)).toBe(amount);
      }),
    );
    expect([fenOfYuan('3'), fenOfYuan('3.5'), fenOfYuan('0.05')]).toEqual([300, 350, 5]);
  });
});

describe('a trade bill that is asked for', () => {
  let side: FarSide;
  beforeEach(async () => {
    side = await openFarSide();
  });
  afterEach(() => side.close());

  const hash = createHash('sha1').update(bill).digest('hex');
  const told = {
    hash_type: 'SHA1',
    hash_value: hash,
    download_url: 'https://elsewhere.example/v3/billdownload/file?token=a%2Fb',
  };
  const serve = (file: Buffer, status = 200, said: object = told) => {
    side.reply = (response, call) => {
      if (call.target.startsWith('/v3/bill/')) signed(200, said)(response, call);
      else response.writeHead(status).end(file);
    };
  };

  it('is fetched from where WeChat Pay is, unpacked and checked', async () => {
    serve(gzipSync(bill));
    expect(await side.client().tradeBill('2026-05-28')).toEqual(rows);
    expect(side.asked.map(({ target }) => target)).toEqual([
      '/v3/bill/tradebill?bill_date=2026-05-28&bill_type=ALL&tar_type=GZIP',
      '/v3/billdownload/file?token=a%2Fb',
    ]);
    const authorized = side.asked.map(({ headers }) => headers.authorization?.slice(0, 24));
    expect(authorized).toEqual(['WECHATPAY2-SHA256-RSA204', 'WECHATPAY2-SHA256-RSA204']);
  });

  it.each([
    ['is another file', gzipSync(`${bill} `), 200],
    ['is not packed', Buffer.from(bill), 200],
    ['breaks off', gzipSync(bill).subarray(0, 200), 200],
    ['is not served now', Buffer.from(''), 502],
  ])('is to be asked for again when the file %s', async (_, file, status) => {
    serve(file, status);
    await expect(side.client().tradeBill('2026-05-28')).rejects.toMatchObject({
      name: 'PayUnavailable',
    });
  });

  it('is none for a day without trade, and refused while it is made', async () => {
    side.reply = signed(400, { code: 'NO_STATEMENT_EXIST', message: '账单文件不存在' });
    expect(await side.client().tradeBill('2026-05-28')).toBeNull();
    side.reply = signed(400, { code: 'STATEMENT_CREATING', message: '账单生成中' });
    const asked = side.client().tradeBill('2026-05-28');
    await expect(asked).rejects.toMatchObject({ name: 'PayRefused', code: 'STATEMENT_CREATING' });
    await expect(side.client().tradeBill('today')).rejects.toThrow(RangeError);
  });
});
