/**
 * Two files of wechatpay-axios-plugin, taken one by one: its index, and its Rsa, load axios and an XML
 * parser (70 to 90 ms at start), which nothing here uses.
 */
declare module 'wechatpay-axios-plugin/lib/aes.js' {
  import { Aes } from 'wechatpay-axios-plugin';
  export default Aes;
}

declare module 'wechatpay-axios-plugin/lib/formatter.js' {
  import { Formatter } from 'wechatpay-axios-plugin';
  export default Formatter;
}
