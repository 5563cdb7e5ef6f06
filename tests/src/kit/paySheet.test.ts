import { paySheetUrl } from '../../../src/kit/paySheet';

describe("the pay sheet's address", () => {
  it('carries what is paid and the way back', () => {
    const back = '/pages/shopper/result/index?orderId=o';
    const url = new URL(paySheetUrl({ package: 'prepay_id=wx/1' }, back), 'http://shop.example');
    expect(url.pathname).toBe('/pay-sheet');
    expect(url.searchParams.get('prepay_id')).toBe('wx/1');
    expect(url.searchParams.get('back')).toBe(back);
  });
});
