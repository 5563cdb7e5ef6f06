import type { Locator, Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser';
import type { TestShop } from '../support/shop';

/** Somebody with a phone of her own, who taps what she sees. */
export interface Person {
  readonly page: Page;
  /** The page on top: the browser keeps those below it in the document. */
  screen(): Locator;
  /** Opens an address of the shop. */
  opens(path: string): Promise<void>;
  /** Taps what has this name for eyes or screen readers. */
  taps(name: string | RegExp): Promise<void>;
  /** Agrees to the question that stands in a window of its own. */
  agrees(word: string): Promise<void>;
  /** Waits until a text stands on the screen. */
  sees(text: string | RegExp): Promise<void>;
  /** Waits until the shop says something over the page. */
  isTold(text: string | RegExp): Promise<void>;
  /** Types into the box of this name. */
  types(name: string, text: string): Promise<void>;
  /** What the shop answers to her when nobody looks at a page. */
  asks(name: string, input: unknown): Promise<unknown>;
}

/** A person on her phone at the first page of the shop: `guide:1`, `new` and so on. */
export async function personAt(shop: TestShop, browser: TestBrowser, as: string): Promise<Person> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const person = personOn(await browser.phone({ permissions }), shop.url);
  // Before this answer the shop knows her face but has no member of hers.
  const known = person.page.waitForResponse(
    (answer) => answer.request().postData()?.includes('members.signIn') === true,
  );
  await Promise.all([known, person.opens(`/?as=${as}`)]);
  await person.sees('大家都在买');
  return person;
}

/** The person who holds a page. */
export function personOn(page: Page, shopUrl: string): Person {
  const screen = () => page.locator('.taro_page:visible').last();
  return {
    page,
    screen,
    opens: async (path) => void (await page.goto(new URL(path, shopUrl).href)),
    async taps(name) {
      const exact = typeof name === 'string';
      await screen().getByRole('button', { name, exact }).first().tap();
    },
    agrees: (word) => page.locator('.taro-modal__foot').getByText(word, { exact: true }).tap(),
    sees: (text) => screen().getByText(text).first().waitFor(),
    isTold: (text) => page.locator('.taro__toast').getByText(text).waitFor(),
    types: (name, text) => boxOf(screen(), name).fill(text),
    asks: (name, input) => page.evaluate(askInPage, { name, input }),
  };
}

/** The box of a form that has this name. */
export function boxOf(within: Locator, name: string): Locator {
  return within.locator(`[aria-label="${name}"]`).locator('input, textarea');
}

/** The first amount in a text, in fen: `¥1,234.50` is 123450. */
export function fenIn(text: string): number {
  const found = /(-?)¥(\d[\d,]*)(?:\.(\d\d))?/.exec(text.replace(/\s+/g, ''));
  if (found === null) throw new Error(`no amount in “${text}”`);
  const [, sign = '', yuan = '', rest = '00'] = found;
  return Number(`${sign}${yuan.replaceAll(',', '')}${rest}`);
}

/** The amount that stands at a place, in fen. */
export async function fenAt(place: Locator): Promise<number> {
  return fenIn(await place.first().innerText());
}

/** Asks the shop from within a page, with the session that its tab keeps. */
async function askInPage(question: { name: string; input: unknown }): Promise<unknown> {
  const answer = await fetch('/api', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${sessionStorage.getItem('session') ?? ''}`,
    },
    body: JSON.stringify(question),
  });
  const said = (await answer.json()) as { ok: boolean; value: unknown };
  if (!said.ok) throw new Error(`${question.name}: ${JSON.stringify(said)}`);
  return said.value;
}
