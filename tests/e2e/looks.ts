import type { Page } from 'playwright-core';

// Each look runs inside the page, so it stands by itself; what it gives are complaints in words.

/** Everything that is wrong with the page on top, as it stands now. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const look of [overflow, brokenPrices, smallTargets, namelessTargets, looseBoxes]) {
    found.push(...(await page.evaluate(look)));
  }
  return found;
}

/** Nothing is wider than the window. */
function overflow(): string[] {
  const page = Array.from(document.querySelectorAll('.taro_page')).find(
    (one) => one.clientHeight > 0,
  );
  const widths = [document.documentElement.scrollWidth, page?.scrollWidth ?? 0];
  return Math.max(...widths) > document.documentElement.clientWidth + 1
    ? [`is ${Math.max(...widths)} px wide`]
    : [];
}

/** A price stands whole and in one line: no edge of a box or of the window goes through it. */
function brokenPrices(): string[] {
  const cuts = (place: Element, price: DOMRect): boolean => {
    if (getComputedStyle(place).overflowX === 'visible') return false;
    const box = place.getBoundingClientRect();
    return price.right > box.right + 1 || price.left < box.left - 1;
  };
  const isCut = (start: Element, price: DOMRect): boolean => {
    let place: Element | null = start;
    while (place !== null && !place.matches('.taro_page')) {
      const style = getComputedStyle(place);
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') return false;
      if (cuts(place, price)) return true;
      place = place.parentElement;
    }
    return price.right > document.documentElement.clientWidth + 1 || price.left < -1;
  };
  const leaves = Array.from(document.querySelectorAll('.taro_page *')).filter(
    (one) => one.childElementCount === 0 && /^-?¥[\d.,]+$/.test(one.textContent ?? ''),
  );
  const prices = Array.from(document.querySelectorAll('.taro_page .ui-price'));
  return [...prices, ...leaves].flatMap((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const struck = one.querySelector('.ui-price__struck');
    if (struck !== null) range.setEndBefore(struck);
    const box = range.getBoundingClientRect();
    if (box.width === 0) return [];
    const heights = Array.from(range.getClientRects()).map((rect) => rect.bottom);
    const inLines = Math.max(...heights) - Math.min(...heights) > 14;
    const said = one.textContent ?? '';
    if (inLines) return [`breaks the price ${said}`];
    return isCut(one, box) ? [`cuts the price ${said}`] : [];
  });
}

/** A finger finds 44 px in both directions, be it by the box or by the room around it. */
function smallTargets(): string[] {
  const least = 43.5;
  const page = Array.from(document.querySelectorAll('.taro_page')).find(
    (one) => one.clientHeight > 0,
  );
  const reach = (target: Element, axis: 'x' | 'y'): number => {
    const box = target.getBoundingClientRect();
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const hits = (by: number) => {
      const at = { ...middle, [axis]: middle[axis] + by };
      const hit = document.elementFromPoint(at.x, at.y);
      return hit !== null && (target === hit || target.contains(hit));
    };
    let [before, after] = [0, 0];
    while (before < 40 && hits(-before - 1)) before += 1;
    while (after < 40 && hits(after + 1)) after += 1;
    return before + after;
  };
  return Array.from(page?.querySelectorAll('[role="button"]') ?? []).flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    if (width === 0 || target.closest('.ui-swipe__action')) return [];
    if (width >= least && height >= least) return [];
    target.scrollIntoView({ block: 'center', inline: 'center' });
    const wide = Math.max(width, reach(target, 'x'));
    const high = Math.max(height, reach(target, 'y'));
    if (wide >= least && high >= least) return [];
    const name = target.getAttribute('aria-label') ?? target.textContent ?? '';
    return [`has a target of ${Math.round(wide)} × ${Math.round(high)}: ${name.slice(0, 20)}`];
  });
}

/** What is tapped or typed into has a name for those who do not see it. */
function namelessTargets(): string[] {
  const page = Array.from(document.querySelectorAll('.taro_page')).find(
    (one) => one.clientHeight > 0,
  );
  const nameless = Array.from(
    page?.querySelectorAll('[role="button"], input, textarea') ?? [],
  ).filter((one) => {
    const box = one.getBoundingClientRect();
    const label = one.closest('[aria-label]')?.getAttribute('aria-label') ?? '';
    return box.width > 0 && (one.textContent ?? '').trim() === '' && label.trim() === '';
  });
  return nameless.map((one) => `has a nameless ${one.tagName.toLowerCase()} ${one.className}`);
}

/** Pictures stand in boxes whose ratio does not wait for them. */
function looseBoxes(): string[] {
  const ratios = [1, 5 / 4, 343 / 140];
  const boxes = Array.from(document.querySelectorAll('.taro_page .ui-picture'));
  const loose = boxes.filter((box) => {
    const { width, height } = box.getBoundingClientRect();
    return width > 0 && !ratios.some((ratio) => Math.abs(width / height - ratio) < 0.03);
  });
  const bare = Array.from(document.querySelectorAll('.taro_page img')).filter(
    (one) =>
      one.getBoundingClientRect().width > 0 &&
      one.closest('.ui-picture, .ui-avatar, .poster-sheet__picture') === null,
  );
  return [
    ...loose.map((box) => `has a picture of no known ratio: ${box.className}`),
    ...bare.map((one) => `has a picture without a box: ${one.getAttribute('src') ?? ''}`),
  ];
}

/** In bars nothing stands on something else, nor beyond the window. */
export function crowdedBars(): string[] {
  const bars = '.ui-tab-bar, .ui-bottom-bar, .cart-bar, .ui-nav-bar, .ui-tabs, .sort-tabs';
  const textsIn = (bar: Element) => {
    const walker = document.createTreeWalker(bar, NodeFilter.SHOW_TEXT);
    const texts: { said: string; box: DOMRect }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const said = (node.textContent ?? '').trim();
      if (box.width > 0 && said !== '') texts.push({ said, box });
    }
    return texts;
  };
  const meet = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3;
  return Array.from(document.querySelectorAll(bars)).flatMap((bar) => {
    const edge = bar.getBoundingClientRect();
    if (edge.width === 0) return [];
    const scrolls = bar.matches('.ui-tabs');
    const texts = textsIn(bar).filter(({ said }) => !/^\d+$/.test(said));
    const beyond = texts.filter(
      ({ box }) =>
        !scrolls &&
        (box.right > document.documentElement.clientWidth + 1 || box.bottom > edge.bottom + 1),
    );
    const pairs = texts.flatMap((one, index) =>
      texts.slice(index + 1).flatMap((other) => (meet(one.box, other.box) ? [[one, other]] : [])),
    );
    return [
      ...beyond.map(({ said }) => `leaves its bar: ${said}`),
      ...pairs.map((pair) => `overlap: ${pair.map((text) => text?.said).join(' and ')}`),
    ];
  });
}
