import { Text } from '@tarojs/components';
import { Field } from '../../../ui/Field';

interface UnitFieldProps {
  label: string;
  value: string;
  /** 元, 折, 件 and so on. */
  unit: string;
  placeholder?: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A number with its unit behind it. */
export function UnitField({ label, value, unit, placeholder, error, onChange }: UnitFieldProps) {
  return (
    <Field
      label={label}
      value={value}
      // Amounts and 折 have a point; both keyboards have digits only.
      type={unit === '元' || unit === '折' ? 'digit' : 'number'}
      maxLength={16}
      onChange={onChange}
      beside={<Text className="form-unit">{unit}</Text>}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(error === undefined ? {} : { error })}
    />
  );
}
