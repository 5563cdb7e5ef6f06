export default definePageConfig({
  navigationBarTitleText: '消息与事件',
  enablePullDownRefresh: true,
});
