export default definePageConfig({
  navigationBarTitleText: '导购台',
  enablePullDownRefresh: true,
});
