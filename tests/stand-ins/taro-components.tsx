import type { ChangeEvent, FocusEvent, KeyboardEvent, ReactNode } from 'react';

/** Plain elements in the place of the platform's parts: enough to find words, labels and taps. */
interface BoxProps {
  children?: ReactNode;
  className?: string;
  id?: string;
  style?: object;
  onClick?: () => void;
  'aria-label'?: string;
}

export function View({ children, className, id, style, onClick, ...rest }: BoxProps) {
  return (
    <div className={className} id={id} style={style} onClick={onClick} {...label(rest)}>
      {children}
    </div>
  );
}

export function Text({ children, className, id, style, onClick, ...rest }: BoxProps) {
  return (
    <span className={className} id={id} style={style} onClick={onClick} {...label(rest)}>
      {children}
    </span>
  );
}

export const ScrollView = View;
export const Swiper = View;
export const SwiperItem = View;
export const PickerView = View;
export const PickerViewColumn = View;
export const Form = View;
export const Label = View;

export function Button({ children, className, id, onClick, ...rest }: BoxProps) {
  return (
    <button className={className} id={id} onClick={onClick} {...label(rest)}>
      {children}
    </button>
  );
}

export function Canvas({ className, id }: BoxProps) {
  return <canvas className={className} id={id} />;
}

interface ImageProps extends BoxProps {
  src: string;
  onLoad?: () => void;
  onError?: () => void;
}

export function Image({ className, src, onLoad, onError, onClick, ...rest }: ImageProps) {
  return (
    <img
      className={className}
      src={src}
      alt={rest['aria-label'] ?? ''}
      onLoad={onLoad}
      onError={onError}
      onClick={onClick}
    />
  );
}

interface TypedEvent {
  detail: { value: string };
}

interface InputProps extends BoxProps {
  value?: string;
  placeholder?: string;
  disabled?: boolean;
  onInput?: (event: TypedEvent) => void;
  onBlur?: (event: TypedEvent) => void;
  onConfirm?: (event: TypedEvent) => void;
}

export function Input(props: InputProps) {
  return <input {...typing(props)} />;
}

export function Textarea(props: InputProps) {
  return <textarea {...typing(props)} />;
}

type Writable = HTMLInputElement | HTMLTextAreaElement;

function typing(props: InputProps) {
  const { className, id, value, placeholder, disabled, onInput, onBlur, onConfirm } = props;
  return {
    className,
    id,
    value: value ?? '',
    placeholder,
    disabled,
    onChange: (event: ChangeEvent<Writable>) => onInput?.(typed(event.target.value)),
    onBlur: (event: FocusEvent<Writable>) => onBlur?.(typed(event.target.value)),
    onKeyDown: (event: KeyboardEvent<Writable>) => {
      if (event.key === 'Enter') onConfirm?.(typed(event.currentTarget.value));
    },
    ...label(props),
  };
}

function typed(value: string): TypedEvent {
  return { detail: { value } };
}

function label(props: { 'aria-label'?: string }) {
  const said = props['aria-label'];
  return said === undefined ? {} : { 'aria-label': said };
}
