import { Button as PlatformButton, View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Tap } from './Tap';
import './Button.scss';

interface ButtonProps {
  children: string;
  onTap?: () => void;
  /** primary fills with the accent (one on a screen), quiet is its soft shade, plain is an outline. */
  kind?: 'primary' | 'quiet' | 'plain';
  /** As wide as its words; otherwise it takes the row's width. */
  compact?: boolean;
  disabled?: boolean;
  /** Turns a wheel and takes no tap until the deed is done. */
  loading?: boolean;
  /** What only the mini program's own button can do; on H5 it is an ordinary tap. */
  openType?: 'share' | 'contact' | 'getPhoneNumber' | 'chooseAvatar';
  /** What an openType hands back. */
  onOpen?: (detail: unknown) => void;
  id?: string;
}

/** A button, at least 44 px high. */
export function Button(props: ButtonProps) {
  const { children, onTap, kind = 'primary', compact = false, openType, onOpen, id } = props;
  const { disabled = false, loading = false } = props;
  const className = classes(
    'ui-button',
    kind !== 'primary' && `ui-button--${kind}`,
    compact && 'ui-button--compact',
    disabled && 'ui-button--disabled',
  );
  if (openType !== undefined && process.env.TARO_ENV !== 'h5') {
    return (
      <PlatformButton
        id={id}
        className={className}
        hoverClass="is-pressed"
        openType={openType}
        disabled={disabled || loading}
        onClick={onTap}
        onGetPhoneNumber={(event) => onOpen?.(event.detail)}
        onChooseAvatar={(event) => onOpen?.(event.detail)}
      >
        {children}
      </PlatformButton>
    );
  }
  return (
    <Tap
      id={id}
      className={className}
      disabled={disabled || loading}
      onTap={() => onTap?.()}
      label={loading ? `${children}，请稍候` : undefined}
    >
      {loading ? <View className="ui-button__wheel" /> : null}
      {children}
    </Tap>
  );
}
