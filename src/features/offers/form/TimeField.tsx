import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { phoneNow } from '../../../kit/clock';
import { Button } from '../../../ui/Button';
import { Sheet } from '../../../ui/Sheet';
import { Tap } from '../../../ui/Tap';
import { Wheels } from '../../../ui/Wheels';
import { ChoiceWords } from './ChoiceRow';
import { momentText } from './moments';
import { instantAt, timeWheels } from './timeWheels';
import './TimeField.scss';

interface TimeFieldProps {
  label: string;
  /** Null: at once. */
  atMs: number | null;
  /** What null is called; without it there is no such choice. */
  atOnce?: string;
  onChange: (atMs: number | null) => void;
}

/** An instant by day and minute: by the mini program's own picker, elsewhere by wheels in a sheet. */
export function TimeField(props: TimeFieldProps) {
  if (process.env.TARO_ENV === 'weapp') return <PickedTime {...props} />;
  return <WheeledTime {...props} />;
}

function PickedTime(props: TimeFieldProps) {
  const { atMs, atOnce, onChange } = props;
  const nowMs = phoneNow();
  const [turned, setTurned] = useState<readonly number[] | null>(null);
  const from = turned === null ? (atMs ?? nowMs) : instantAt(turned, nowMs);
  const { columns, chosen } = timeWheels(from, nowMs);
  return (
    <View className="time-field">
      <Picker
        className="time-field__picker"
        mode="multiSelector"
        range={columns.map((column) => [...column])}
        value={[...chosen]}
        onColumnChange={({ detail: { column, value } }) =>
          setTurned(chosen.map((old, at) => (at === column ? value : old)))
        }
        onCancel={() => setTurned(null)}
        onChange={(event) => {
          setTurned(null);
          if (Array.isArray(event.detail.value)) onChange(instantAt(event.detail.value, nowMs));
        }}
      >
        <ChoiceWords {...rowOf(props)} />
      </Picker>
      {atMs === null || atOnce === undefined ? null : (
        <Tap className="time-field__at-once" onTap={() => onChange(null)}>
          {atOnce}
        </Tap>
      )}
    </View>
  );
}

function WheeledTime(props: TimeFieldProps) {
  const { label, onChange } = props;
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <View className="time-field">
      <Tap
        className="time-field__picker"
        label={label}
        onTap={() => {
          setWasOpen(true);
          setOpen(true);
        }}
      >
        <ChoiceWords {...rowOf(props)} />
      </Tap>
      {wasOpen ? (
        <TimeSheet
          open={open}
          {...props}
          onClose={() => setOpen(false)}
          onChange={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      ) : null}
    </View>
  );
}

interface TimeSheetProps extends TimeFieldProps {
  open: boolean;
  onClose: () => void;
}

function TimeSheet({ open, label, atMs, atOnce, onClose, onChange }: TimeSheetProps) {
  const nowMs = phoneNow();
  const [turned, setTurned] = useState<number | null>(null);
  const shown = turned ?? atMs ?? nowMs;
  const { columns, chosen } = timeWheels(shown, nowMs);
  const choose = (next: number | null) => {
    setTurned(null);
    onChange(next);
  };
  return (
    <Sheet
      open={open}
      title={label}
      onClose={() => {
        setTurned(null);
        onClose();
      }}
      foot={
        <>
          {atOnce === undefined ? null : (
            <Button kind="plain" onTap={() => choose(null)}>
              {atOnce}
            </Button>
          )}
          <Button onTap={() => choose(instantAt(chosen, nowMs))}>确定</Button>
        </>
      }
    >
      <Wheels
        columns={columns}
        chosen={chosen}
        onChange={(next) => setTurned(instantAt(next, nowMs))}
      />
    </Sheet>
  );
}

/** What the row says of an instant. */
function rowOf({ label, atMs, atOnce }: Pick<TimeFieldProps, 'label' | 'atMs' | 'atOnce'>) {
  const value = atMs === null ? (atOnce ?? '请选择') : momentText(atMs, phoneNow());
  return { label, value, quiet: atMs === null && atOnce === undefined };
}
