export default definePageConfig({
  navigationBarTitleText: '对账与退款',
});
