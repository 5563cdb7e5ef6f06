export default definePageConfig({
  navigationBarTitleText: '优惠券包',
  enableShareAppMessage: true,
});
