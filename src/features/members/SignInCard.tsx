import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import { useSession } from '../../stores/session';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { toast } from '../../ui/toast';
import './SignInCard.scss';

/** Nobody is signed in: what that is good for, and how. */
export function SignInCard() {
  const [busy, setBusy] = useState(false);

  async function signIn() {
    setBusy(true);
    try {
      await useSession.getState().signIn();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  return (
    <View className="sign-in-card">
      <View className="sign-in-card__sign">
        <Icon name="person" size="huge" />
      </View>
      <View className="sign-in-card__title">欢迎光临</View>
      <View className="sign-in-card__say">登录后可以下单、查看订单和您的专属导购</View>
      <View className="sign-in-card__go">
        <Button id="sign-in" loading={busy} onTap={() => void signIn()}>
          登录
        </Button>
      </View>
    </View>
  );
}
