import { useEffect, useRef } from 'react';

type Moment = 'show' | 'hide' | 'pullDown' | 'reachBottom';
type Listener = () => void;

const listeners: Record<Moment, Set<Listener>> = {
  show: new Set(),
  hide: new Set(),
  pullDown: new Set(),
  reachBottom: new Set(),
};
const storage = new Map<string, unknown>();

/** What a test sees of the platform, and moves: calls made, the answer to questions, the page's moments. */
export const platform = {
  calls: [] as { name: string; options: unknown }[],
  /** What the person answers to a question. */
  confirms: true,
  /** Which templates the person accepts messages of; null where the question fails. */
  accepts: [] as string[] | null,
  /** How the page was opened. */
  params: {} as Record<string, string>,
  tell(moment: Moment) {
    for (const listener of [...listeners[moment]]) listener();
  },
  /** As when the app is opened for the first time. */
  reset() {
    platform.calls = [];
    platform.confirms = true;
    platform.accepts = [];
    platform.params = {};
    storage.clear();
  },
};

function deed(name: string) {
  return (options?: unknown) => {
    platform.calls.push({ name, options });
    return Promise.resolve({ errMsg: 'ok' });
  };
}

const Taro = {
  showToast: deed('showToast'),
  showLoading: deed('showLoading'),
  hideLoading: deed('hideLoading'),
  navigateTo: deed('navigateTo'),
  redirectTo: deed('redirectTo'),
  reLaunch: deed('reLaunch'),
  switchTab: deed('switchTab'),
  navigateBack: deed('navigateBack'),
  setClipboardData: deed('setClipboardData'),
  stopPullDownRefresh: deed('stopPullDownRefresh'),
  pageScrollTo: deed('pageScrollTo'),
  showModal(options: unknown) {
    platform.calls.push({ name: 'showModal', options });
    return Promise.resolve({ confirm: platform.confirms, cancel: !platform.confirms });
  },
  requestSubscribeMessage(options: { tmplIds: string[] }) {
    platform.calls.push({ name: 'requestSubscribeMessage', options });
    const { accepts } = platform;
    if (accepts === null) return Promise.reject(new Error('requestSubscribeMessage:fail 20004'));
    const answers = options.tmplIds.map((id) => [id, accepts.includes(id) ? 'accept' : 'reject']);
    return Promise.resolve({ errMsg: 'ok', ...Object.fromEntries(answers) });
  },
  getCurrentPages: () => [{}],
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812, pixelRatio: 2 }),
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
};

export default Taro;

function useMoment(moment: Moment, listener: Listener) {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const tell = () => latest.current();
    listeners[moment].add(tell);
    return () => {
      listeners[moment].delete(tell);
    };
  }, [moment]);
}

export function useDidShow(listener: Listener) {
  useMoment('show', listener);
  const first = useRef(listener);
  useEffect(() => first.current(), []);
}

export function useDidHide(listener: Listener) {
  useMoment('hide', listener);
}

export function usePullDownRefresh(listener: Listener) {
  useMoment('pullDown', listener);
}

export function useReachBottom(listener: Listener) {
  useMoment('reachBottom', listener);
}

export function useLoad(listener: (params: Record<string, string>) => void) {
  const first = useRef(listener);
  useEffect(() => first.current(platform.params), []);
}

export function useLaunch(listener: (options: { query: Record<string, string> }) => void) {
  useLoad((query) => listener({ query }));
}

export function useReady(listener: Listener) {
  useLoad(listener);
}

export function useRouter() {
  return { params: platform.params };
}

export function useShareAppMessage() {}

export function useShareTimeline() {}
