import { asyncApi } from '../api-call';
import type { Machine } from '../machine';
import { isCallable, stringOf, stringsOf, type Bag } from '../values';
import { SCREEN_HEIGHT, SCREEN_WIDTH } from './view';

const STATUS_BAR = 44;
const HOME_BAR = 34;

const APP_BASE = {
  SDKVersion: '3.7.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  enableDebug: false,
  fontSizeSetting: 16,
  host: { env: 'WeChat' },
};
const DEVICE = {
  brand: 'Apple',
  model: 'iPhone 13',
  system: 'iOS 16.0',
  platform: 'ios',
  benchmarkLevel: 40,
  deviceOrientation: 'portrait',
};
const WINDOW = {
  pixelRatio: 3,
  screenWidth: SCREEN_WIDTH,
  screenHeight: SCREEN_HEIGHT,
  windowWidth: SCREEN_WIDTH,
  windowHeight: SCREEN_HEIGHT - STATUS_BAR - 44,
  statusBarHeight: STATUS_BAR,
  screenTop: 0,
  safeArea: {
    left: 0,
    right: SCREEN_WIDTH,
    top: STATUS_BAR,
    bottom: SCREEN_HEIGHT - HOME_BAR,
    width: SCREEN_WIDTH,
    height: SCREEN_HEIGHT - STATUS_BAR - HOME_BAR,
  },
};
const MENU_BUTTON = { width: 87, height: 32, top: 48, right: 368, bottom: 80, left: 281 };

/** What the phone and its system offer. */
export function deviceApis(machine: Machine, clipboard: { text: string }): Bag {
  const copy = (value: unknown) => () => machine.sandbox.copy(value);
  const system = { ...APP_BASE, ...DEVICE, ...WINDOW };
  const quiet = (name: string) => asyncApi(machine, name, () => undefined);
  const manager = { onCheckForUpdate: quietly, onUpdateReady: quietly, onUpdateFailed: quietly };
  return {
    getSystemInfoSync: copy(system),
    getSystemInfo: asyncApi(machine, 'getSystemInfo', () => system),
    getSystemInfoAsync: asyncApi(machine, 'getSystemInfoAsync', () => system),
    getWindowInfo: copy(WINDOW),
    getDeviceInfo: copy(DEVICE),
    getAppBaseInfo: copy(APP_BASE),
    getSystemSetting: copy({ locationEnabled: true, wifiEnabled: true, bluetoothEnabled: false }),
    getAppAuthorizeSetting: copy({ albumAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
    getAccountInfoSync: copy({ miniProgram: { appId: 'wx0', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: copy(MENU_BUTTON),
    getUpdateManager: () => ({ ...manager, applyUpdate: quietly }),
    getNetworkType: asyncApi(machine, 'getNetworkType', () => ({ networkType: 'wifi' })),
    nextTick: (deed: unknown) => void machine.later('nextTick', () => isCallable(deed) && deed()),
    vibrateShort: quiet('vibrateShort'),
    vibrateLong: quiet('vibrateLong'),
    hideKeyboard: quiet('hideKeyboard'),
    showShareMenu: quiet('showShareMenu'),
    hideShareMenu: quiet('hideShareMenu'),
    getSetting: asyncApi(machine, 'getSetting', () => ({ authSetting: {} })),
    authorize: quiet('authorize'),
    checkSession: quiet('checkSession'),
    requirePrivacyAuthorize: quiet('requirePrivacyAuthorize'),
    getPrivacySetting: asyncApi(machine, 'getPrivacySetting', () => ({ needAuthorization: false })),
    setClipboardData: asyncApi(machine, 'setClipboardData', ({ data }) => {
      clipboard.text = stringOf(data);
    }),
    getClipboardData: asyncApi(machine, 'getClipboardData', () => ({ data: clipboard.text })),
    setKeepScreenOn: quiet('setKeepScreenOn'),
  };
}

/** Pictures shown full screen are only kept. */
export function pictureApis(machine: Machine, previews: string[][]): Bag {
  const preview = asyncApi(
    machine,
    'previewImage',
    ({ urls }) => void previews.push(stringsOf(urls)),
  );
  return { previewImage: preview };
}

function quietly(): void {}
