import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../kit/classes';
import { Icon } from './Icon';
import { Tap } from './Tap';
import './Stepper.scss';

interface StepperProps {
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max: number;
  /** Called when a step or a typed number goes beyond an end. */
  onEnd?: (end: 'min' | 'max') => void;
  /** What is counted, for screen readers. */
  label?: string;
}

/** A number by steps or by typing, kept between `min` and `max`. */
export function Stepper({ value, onChange, min = 1, max, onEnd, label = '数量' }: StepperProps) {
  const [typed, setTyped] = useState<string | null>(null);

  function choose(wanted: number) {
    const within = clamp(wanted, min, max);
    if (within !== wanted) onEnd?.(wanted < min ? 'min' : 'max');
    if (within !== value) onChange(within);
  }

  function finish() {
    if (typed !== null && /^\d{1,6}$/.test(typed)) choose(Number(typed));
    setTyped(null);
  }

  return (
    <View className="ui-stepper">
      <Step
        icon="minus"
        label={`减少${label}`}
        off={value <= min}
        onTap={() => choose(value - 1)}
      />
      <Input
        className="ui-stepper__count"
        type="number"
        maxlength={6}
        value={typed ?? String(value)}
        onInput={(event) => setTyped(event.detail.value)}
        onBlur={finish}
        onConfirm={finish}
        aria-label={label}
      />
      <Step icon="plus" label={`增加${label}`} off={value >= max} onTap={() => choose(value + 1)} />
    </View>
  );
}

interface StepProps {
  icon: 'minus' | 'plus';
  label: string;
  off: boolean;
  onTap: () => void;
}

/** It answers at the end too, so that the page can say why there is no more. */
function Step({ icon, label, off, onTap }: StepProps) {
  return (
    <Tap
      className={classes('ui-stepper__step', off && 'ui-stepper__step--off')}
      label={label}
      onTap={onTap}
    >
      <View className="ui-stepper__disc">
        <Icon name={icon} size="small" />
      </View>
    </Tap>
  );
}

/** `max` below `min` counts as `min`: nothing can be chosen then, and the caller shows why. */
function clamp(wanted: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, wanted));
}
