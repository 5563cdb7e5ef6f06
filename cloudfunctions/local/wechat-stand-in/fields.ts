import { no, type ApiAnswer } from './answers';

const chinese = /^\p{Script=Han}{1,5}$/u;
const time = /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})( \d{1,2}:\d{2}(:\d{2})?)?$/;

/** What WeChat takes for each kind of a template's fields, by the letters of its name. */
const kinds: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => [...value].length <= 20,
  phrase: (value) => chinese.test(value),
  character_string: (value) => /^[\x21-\x7e]{1,32}$/.test(value),
  number: (value) => /^\d{1,32}$/.test(value),
  amount: (value) => /^[¥￥]?\d{1,10}(\.\d{1,2})?元?$/.test(value),
  time: (value) => time.test(value),
  date: (value) => time.test(value),
};

/** WeChat's objection to a message's fields, or null. */
export function whyNotFields(data: Readonly<Record<string, { value: string }>>): ApiAnswer | null {
  for (const [name, { value }] of Object.entries(data)) {
    const kind = kinds[name.replace(/\d+$/, '')];
    const fits = kind !== undefined && /\d$/.test(name) && value !== '' && kind(value);
    if (!fits) return no(47_003, `argument invalid! data.${name}.value invalid`);
  }
  return null;
}
