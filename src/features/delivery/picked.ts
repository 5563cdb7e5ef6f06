import { create } from 'zustand';

/** No list to pick by has more orders. */
const mostPicked = 100;

interface Picked {
  /** Orders that were chosen to be picked together. */
  readonly orderIds: readonly string[];
  /** Chooses an order or lets it go; the hundred-and-first is not taken. */
  toggle: (orderId: string) => void;
  /** Chooses these, as far as there is room. */
  take: (orderIds: readonly string[]) => void;
  clear: () => void;
}

/** What the manager chose in one page and prints in the next. */
export const usePicked = create<Picked>()((set) => ({
  orderIds: [],
  toggle: (orderId) =>
    set(({ orderIds }) => {
      if (orderIds.includes(orderId)) return { orderIds: orderIds.filter((id) => id !== orderId) };
      return orderIds.length < mostPicked ? { orderIds: [...orderIds, orderId] } : { orderIds };
    }),
  take: (added) =>
    set(({ orderIds }) => ({
      orderIds: [...new Set([...orderIds, ...added])].slice(0, mostPicked),
    })),
  clear: () => set({ orderIds: [] }),
}));
