import { ScrollView, View } from '@tarojs/components';
import { useEffect, useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import { Tap } from './Tap';
import './Sheet.scss';

/** As long as `--motion-sheet`. */
const motionMs = 200;

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title?: string;
  children: ReactNode;
  /** Stays below while the content scrolls: the sheet's action. */
  foot?: ReactNode;
}

/**
 * A sheet from the bottom. Its content exists only while it is seen; its root stays, since the mini
 * program would send all that stands beside a root that goes.
 */
export function Sheet(props: SheetProps) {
  const { open } = props;
  const leaving = useLeaving(open);
  const state = open ? 'ui-sheet' : leaving ? 'ui-sheet ui-sheet--closing' : 'ui-sheet-place';
  return (
    <View className={state} catchMove>
      {open || leaving ? <SheetContent {...props} /> : null}
    </View>
  );
}

function SheetContent({ onClose, title = '', children, foot }: SheetProps) {
  return (
    <>
      <Tap className="ui-sheet__shade" label="关闭" onTap={onClose} />
      <View className="ui-sheet__panel" {...asDialog(title)}>
        <View className="ui-sheet__head">
          {title}
          <Tap className="ui-sheet__close" label="关闭" onTap={onClose}>
            <Icon name="close" />
          </Tap>
        </View>
        <ScrollView className="ui-sheet__body" scrollY>
          <View className="ui-sheet__content">{children}</View>
        </ScrollView>
        {foot === undefined ? null : <View className="ui-sheet__foot">{foot}</View>}
      </View>
    </>
  );
}

/** True from the moment that the sheet closes until its movement is over. */
function useLeaving(open: boolean): boolean {
  const [shown, setShown] = useState(open);
  useEffect(() => {
    if (open) {
      setShown(true);
      return undefined;
    }
    const timer = setTimeout(() => setShown(false), motionMs);
    return () => clearTimeout(timer);
  }, [open]);
  return shown;
}

function asDialog(title: string) {
  if (process.env.TARO_ENV !== 'h5') return {};
  return { role: 'dialog', 'aria-modal': 'true', 'aria-label': title };
}
