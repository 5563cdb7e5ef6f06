import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium';

const output = path.resolve(__dirname, '../output');
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The browser of one test file. */
export interface TestBrowser {
  /** A phone of its own: nothing is shared with another, as between two people. Closed after the last test. */
  phone(options?: BrowserContextOptions): Promise<Page>;
  /** What its pages did wrong since the last time, for a test that expects just that. */
  takeFaults(): string[];
}

/**
 * A browser from before the first test until after the last. A test fails when one of its pages throws, or
 * asks anything of a host that is not this machine.
 */
export function testBrowser(): TestBrowser {
  const faults: string[] = [];
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(() => expect(faults.splice(0)).toEqual([]));
  afterAll(() => browser?.close());
  return {
    async phone(options) {
      if (browser === undefined) throw new Error('the browser is there only inside tests');
      const context = await browser.newContext({ ...phone, ...options });
      await keepInside(context, faults);
      return context.newPage();
    },
    takeFaults: () => faults.splice(0),
  };
}

const phone: BrowserContextOptions = {
  viewport: { width: 375, height: 812 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  serviceWorkers: 'block',
  reducedMotion: 'reduce',
};

async function keepInside(context: BrowserContext, faults: string[]): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (staysHere(url)) return route.continue();
    faults.push(`asked another host: ${url}`);
    return route.abort('blockedbyclient');
  });
  await context.routeWebSocket(
    (url) => !staysHere(url.href),
    (socket) => {
      faults.push(`asked another host: ${socket.url()}`);
      void socket.close();
    },
  );
  context.on('weberror', (thrown) => faults.push(`page threw: ${thrown.error().message}`));
}

function staysHere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return ['data:', 'blob:', 'about:'].includes(protocol) || loopback.has(hostname);
}

/** Keeps what `page` shows now as tests/output/`name`.png, and says where. */
export async function shot(page: Page, name: string, fullPage = false): Promise<string> {
  const file = path.join(output, `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.screenshot({ path: file, fullPage, animations: 'disabled' });
  return file;
}
