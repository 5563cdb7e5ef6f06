import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import { askAsMember } from '../../stores/askAsMember';
import { Button } from '../../ui/Button';
import { toast } from '../../ui/toast';
import './CodeBox.scss';

/** As long as a code may be, with what people type between its parts. */
const mostCharacters = 40;

/** A code that is typed in and becomes a coupon. */
export function CodeBox({ onRedeemed }: { onRedeemed: () => void }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);

  async function redeem() {
    const code = typed.trim();
    if (busy || code === '') return;
    setBusy(true);
    try {
      const { name } = await askAsMember('coupons.redeemCode', { code });
      setTyped('');
      toast(`「${name}」已放入券包`);
      onRedeemed();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  return (
    <View className="code-box">
      <Input
        className="code-box__input"
        value={typed}
        placeholder="输入兑换码"
        placeholderClass="ui-field-hint"
        maxlength={mostCharacters}
        aria-label="兑换码"
        confirmType="done"
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={() => void redeem()}
      />
      <Button
        id="redeem"
        kind="quiet"
        compact
        disabled={typed.trim() === ''}
        loading={busy}
        onTap={() => void redeem()}
      >
        兑换
      </Button>
    </View>
  );
}
