export default definePageConfig({
  navigationBarTitleText: '顾客售后',
});
