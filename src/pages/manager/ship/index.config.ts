export default definePageConfig({
  navigationBarTitleText: '发货',
  enablePullDownRefresh: true,
});
