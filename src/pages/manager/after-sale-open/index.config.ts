export default definePageConfig({
  navigationBarTitleText: '发起售后',
});
