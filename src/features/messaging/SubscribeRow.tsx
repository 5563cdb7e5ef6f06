import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { askForMessages, mayAsk, templatesAt, useSubscriptions } from '../../stores/subscribe';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import './SubscribeRow.scss';

interface SubscribeRowProps {
  tap: Parameters<typeof askForMessages>[0];
  /** What she would hear of, such as 发货和退款. */
  about: string;
}

/** Offers to tell of something in WeChat, in a tap of its own; a browser only says where messages come. */
export function SubscribeRow({ tap, about }: SubscribeRowProps) {
  const taps = useSubscriptions((all) => all.taps);
  const learn = useSubscriptions((all) => all.learn);
  const [accepted, setAccepted] = useState(false);
  useEffect(() => {
    void learn();
  }, [learn]);
  if (mayAsk() && templatesAt(taps, tap).length === 0) return null;
  const say = accepted ? `${about}会在微信里告诉您` : `${about}时，在微信里告诉您`;
  return (
    <View className="subscribe-row">
      <Icon name="chat" />
      <View className="subscribe-row__say">
        {mayAsk() ? say : `${about}的消息会在微信里告诉您`}
      </View>
      {mayAsk() && !accepted ? (
        <Button
          kind="quiet"
          compact
          onTap={() => void askForMessages(tap).then((any) => setAccepted(any))}
        >
          通知我
        </Button>
      ) : null}
    </View>
  );
}
