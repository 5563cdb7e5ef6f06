export default definePageConfig({
  navigationBarTitleText: '选品分享',
});
