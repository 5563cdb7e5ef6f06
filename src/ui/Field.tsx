import { Input, Text, Textarea, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../kit/classes';
import './Field.scss';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Why the value will not do; nothing is shown for an empty one. */
  error?: string;
  type?: 'text' | 'number' | 'idcard' | 'digit' | 'nickname';
  maxLength?: number;
  /** Several lines. */
  long?: boolean;
  /** At the right, beside the input. */
  beside?: ReactNode;
  onLeave?: () => void;
}

/** A labelled input in a row of a form; put several in a `CellGroup`. */
export function Field(props: FieldProps) {
  const { label, value, onChange, placeholder, error = '', beside, onLeave } = props;
  const { type = 'text', maxLength = 100, long = false } = props;
  const shared = {
    value,
    placeholder,
    placeholderClass: 'ui-field-hint',
    maxlength: maxLength,
    onBlur: onLeave,
    'aria-label': label,
  };
  return (
    <View className={classes('ui-field', long && 'ui-field--long')}>
      <Text className="ui-field__label">{label}</Text>
      {long ? (
        <Textarea
          {...shared}
          className="ui-field__area"
          onInput={(event) => onChange(event.detail.value)}
        />
      ) : (
        <Input
          {...shared}
          className="ui-field__input"
          type={type}
          onInput={(event) => onChange(event.detail.value)}
        />
      )}
      {beside}
      {error === '' ? null : <View className="ui-field__error">{error}</View>}
    </View>
  );
}
