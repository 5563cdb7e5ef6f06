import { paySheetUrl } from '../../../../src/features/orders/payment';

describe("the pay sheet's address", () => {
  it('carries what is paid and the way back to the result', () => {
    const payment = {
      timeStamp: '1',
      nonceStr: 'n',
      package: 'prepay_id=wx/1',
      signType: 'RSA' as const,
      paySign: 's',
    };
    const url = new URL(paySheetUrl(payment, 'o'), 'http://shop.example');
    expect(url.pathname).toBe('/pay-sheet');
    expect(url.searchParams.get('prepay_id')).toBe('wx/1');
    expect(url.searchParams.get('back')).toBe('/pages/shopper/result/index?orderId=o');
  });
});
