import { render, screen } from '@testing-library/react';
import { ForStaff } from '../../../../src/features/guides/ForStaff';
import { useSession, type Me } from '../../../../src/stores/session';

function person(role: 'guide' | 'manager' | null): Me {
  const staff = role === null ? null : { staffId: 'staff', role, name: '林晓', storeId: 'store' };
  return {
    memberId: 'member',
    nickname: '小鹿',
    avatarUrl: '',
    phoneMask: null,
    birthday: null,
    joinedAt: 0,
    staff,
  };
}

function open(me: Me | null) {
  useSession.setState({ me });
  render(
    <ForStaff role="guide" title="导购台">
      今日业绩
    </ForStaff>,
  );
}

describe('a page of the staff', () => {
  it('opens to those who hold the post', () => {
    open(person('guide'));
    expect(screen.queryByText('今日业绩')).not.toBeNull();
  });

  it('shows what is under way while nobody is signed in', () => {
    open(null);
    expect(screen.queryByText('今日业绩')).not.toBeNull();
  });

  it.each([null, 'manager'] as const)('tells others calmly, with a way home: %s', (role) => {
    open(person(role));
    expect(screen.queryByText('今日业绩')).toBeNull();
    expect(screen.queryByText(/没有开通/)).not.toBeNull();
    expect(screen.queryByText('回商城首页')).not.toBeNull();
  });
});
