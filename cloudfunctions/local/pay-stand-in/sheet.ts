/** What the pay sheet shows. `refused` is the sentence when this cannot be paid. */
export type Sheet = {
  merchantName: string;
  description: string;
  amountFen: number | null;
  prepayId: string;
  /** Where the payer returns to, with `result=ok` or `result=cancel`. */
  back: string;
  refused: string | null;
};

/** The address to return to after the sheet, or null when `back` is not an http address. */
export function backWith(back: string, result: 'ok' | 'cancel'): string | null {
  if (!URL.canParse(back)) return null;
  const url = new URL(back);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.searchParams.set('result', result);
  return url.href;
}

/** The pay sheet as a page for a phone. It needs no script, and says that it is a stand-in. */
export function sheetPage(sheet: Sheet): string {
  const yuan = sheet.amountFen === null ? '' : amountPart(sheet.amountFen);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>模拟微信支付</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="note" role="note">模拟微信支付，不会扣款</p>
<section class="card">
<p class="merchant">${escaped(sheet.merchantName)}</p>
${yuan}
<dl><div><dt>商品</dt><dd>${escaped(sheet.description)}</dd></div>
<div><dt>收款方</dt><dd>${escaped(sheet.merchantName)}</dd></div>
<div><dt>支付方式</dt><dd>模拟零钱</dd></div></dl>
</section>
${sheet.refused === null ? '' : `<p class="refused" role="alert">${escaped(sheet.refused)}</p>`}
${buttons(sheet)}
</main>
</body>
</html>
`;
}

function amountPart(amountFen: number): string {
  const yuan = Math.floor(amountFen / 100);
  const cents = String(amountFen % 100).padStart(2, '0');
  return `<p class="amount"><small>¥</small>${yuan}.${cents}</p>`;
}

function buttons(sheet: Sheet): string {
  const pay = '<button class="pay" name="do" value="pay">确认支付</button>';
  return `<form method="post" action="/sheet">
<input type="hidden" name="prepay_id" value="${escaped(sheet.prepayId)}">
<input type="hidden" name="back" value="${escaped(sheet.back)}">
${sheet.refused === null ? pay : ''}
<button class="cancel" name="do" value="cancel">${sheet.refused === null ? '取消' : '返回'}</button>
</form>`;
}

function escaped(text: string): string {
  const marks: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

const style = `
*{box-sizing:border-box;margin:0}
body{min-height:100vh;background:#ededed;color:#191919;
font:16px/1.5 -apple-system,BlinkMacSystemFont,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
main{max-width:440px;min-height:100vh;margin:0 auto;padding:16px 16px calc(24px + env(safe-area-inset-bottom));
display:flex;flex-direction:column;gap:16px}
.note{padding:8px 12px;border-radius:8px;background:#fff7e0;color:#7a5200;text-align:center;font-size:14px}
.card{padding:32px 20px 12px;border-radius:12px;background:#fff}
.merchant{text-align:center;font-size:17px}
.amount{margin:8px 0 24px;text-align:center;font-size:44px;line-height:1.2;font-weight:600;
font-variant-numeric:tabular-nums}
.amount small{margin-right:4px;font-size:28px}
dl div{display:flex;gap:16px;padding:12px 0;border-top:1px solid #f0f0f0;font-size:15px}
dt{flex:none;width:64px;color:#6b6b6b}
dd{flex:1;min-width:0;text-align:right;overflow-wrap:anywhere}
.refused{padding:12px;border-radius:8px;background:#fdecea;color:#b3261e;text-align:center}
form{display:grid;gap:12px;margin-top:auto}
button{width:100%;min-height:48px;border:0;border-radius:8px;font:inherit;font-size:17px;font-weight:500;cursor:pointer}
.pay{background:#07a854;color:#fff}
.pay:active{background:#068d47}
.cancel{background:#fff;color:#191919}
.cancel:active{background:#f2f2f2}
button:focus-visible{outline:3px solid #1b6ef3;outline-offset:2px}
@media (min-width:480px){main{justify-content:center}form{margin-top:0}}
`;
