import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import {
  carrierCodes,
  carrierName,
  carriersOf,
  cleanNumber,
  type CarrierCode,
} from '../../../cloudfunctions/domains/delivery/rules/carriers';
import { Button } from '../../ui/Button';
import { Chip, Chips } from '../../ui/Chip';
import { Field } from '../../ui/Field';
import './NumberField.scss';

/** A tracking number as it is typed, and the carrier where somebody chose one. */
export interface TypedLabel {
  readonly number: string;
  readonly carrier: CarrierCode | null;
}

export const noLabel: TypedLabel = { number: '', carrier: null };

/** The carrier of what was typed: the chosen one, else the only one that it can be; null when it is open. */
export function carrierOf({ number, carrier }: TypedLabel): CarrierCode | null {
  if (carrier !== null) return carrier;
  const carriers = carriersOf(cleanNumber(number) ?? '');
  return carriers.length === 1 ? (carriers[0] ?? null) : null;
}

/** Whether a label can be sent. */
export function isWhole(label: TypedLabel): boolean {
  return cleanNumber(label.number) !== null && carrierOf(label) !== null;
}

interface NumberFieldProps {
  label: TypedLabel;
  onChange: (label: TypedLabel) => void;
}

/** The box for a tracking number; its carrier is recognised, and asked for where it cannot be. */
export function NumberField({ label, onChange }: NumberFieldProps) {
  const number = cleanNumber(label.number);
  const carrier = carrierOf(label);
  const fitting = number === null ? [] : carriersOf(number);
  const choices = fitting.length > 1 ? fitting : carrierCodes;
  return (
    <View className="number-field">
      <Field
        label="运单号"
        value={label.number}
        onChange={(typed) => onChange({ ...label, number: typed })}
        placeholder="输入或扫描运单号"
        maxLength={40}
        beside={<ScanButton onScan={(scanned) => onChange({ ...label, number: scanned })} />}
      />
      {number === null ? null : (
        <>
          <View className="number-field__say">{carrierSay(carrier, label, fitting.length)}</View>
          {label.carrier === null && carrier !== null ? null : (
            <Chips>
              {choices.map((code) => (
                <Chip
                  key={code}
                  chosen={code === carrier}
                  onTap={() =>
                    onChange({ ...label, carrier: code === label.carrier ? null : code })
                  }
                >
                  {carrierName(code)}
                </Chip>
              ))}
            </Chips>
          )}
        </>
      )}
    </View>
  );
}

function carrierSay(carrier: CarrierCode | null, label: TypedLabel, fitting: number): string {
  if (carrier !== null && label.carrier === null) return `已识别为${carrierName(carrier)}`;
  if (carrier !== null) return `快递公司：${carrierName(carrier)}`;
  return fitting > 1 ? '这个单号可能是以下快递，请选择' : '没有识别出快递公司，请选择';
}

/** Scans a code with the phone's camera; a browser has none to offer. */
export function ScanButton({ onScan }: { onScan: (text: string) => void }) {
  if (process.env.TARO_ENV !== 'weapp') return null;
  return (
    <Button kind="quiet" compact onTap={() => void scan(onScan)}>
      扫码
    </Button>
  );
}

async function scan(onScan: (text: string) => void): Promise<void> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] });
    onScan(result);
  } catch {
    // She closed the camera again.
  }
}
