import { act, fireEvent, render, screen } from '@testing-library/react';
import { SubscribeRow } from '../../../../src/features/messaging/SubscribeRow';
import { useSubscriptions } from '../../../../src/stores/subscribe';
import { platform } from '../../../stand-ins/taro';

jest.mock('../../../../src/cloud', () => ({ hasSession: () => false }));
jest.mock('../../../../src/stores/askAsMember', () => ({
  askAsMember: () => Promise.resolve({ done: true }),
}));

const templates = [{ kind: 'order_shipped' as const, templateId: 't', left: 0 }];

function show() {
  return render(<SubscribeRow tap="paid" about="发货" />).container;
}

beforeEach(() => {
  platform.reset();
  process.env.TARO_ENV = 'weapp';
  useSubscriptions.setState({ taps: [{ tap: 'paid', templates }] });
});
afterEach(() => {
  delete process.env.TARO_ENV;
});

it('asks in its own tap, and then says that it will tell', async () => {
  platform.accepts = ['t'];
  show();
  await act(async () => {
    fireEvent.click(screen.getByText('通知我'));
    await Promise.resolve();
  });
  expect(platform.calls.map(({ name }) => name)).toEqual(['requestSubscribeMessage']);
  expect(await screen.findByText('发货会在微信里告诉您')).toBeTruthy();
  expect(screen.queryByText('通知我')).toBeNull();
});

it('stays when she declined', async () => {
  show();
  await act(async () => {
    fireEvent.click(screen.getByText('通知我'));
    await Promise.resolve();
  });
  expect(screen.getByText('通知我')).toBeTruthy();
});

it('is not there without a template; a browser only says where messages come', () => {
  useSubscriptions.setState({ taps: [] });
  expect(show().textContent).toBe('');
  process.env.TARO_ENV = 'h5';
  expect(show().textContent).toBe('发货的消息会在微信里告诉您');
});
