import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Stepper } from '../../../src/ui/Stepper';

interface Seen {
  changes: number[];
  ends: string[];
}

function Counted({ start, max, seen }: { start: number; max: number; seen: Seen }) {
  const [value, setValue] = useState(start);
  return (
    <Stepper
      value={value}
      max={max}
      onEnd={(end) => seen.ends.push(end)}
      onChange={(next) => {
        seen.changes.push(next);
        setValue(next);
      }}
    />
  );
}

function show(start: number, max: number): Seen {
  const seen: Seen = { changes: [], ends: [] };
  render(<Counted start={start} max={max} seen={seen} />);
  return seen;
}

function type(text: string) {
  const input = screen.getByLabelText('数量');
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
}

describe('a stepper', () => {
  it('goes up and down by one', () => {
    const seen = show(1, 3);
    fireEvent.click(screen.getByLabelText('增加数量'));
    fireEvent.click(screen.getByLabelText('增加数量'));
    fireEvent.click(screen.getByLabelText('减少数量'));
    expect(seen).toEqual({ changes: [2, 3, 2], ends: [] });
  });

  it('stays within its ends and says which one was met', () => {
    const seen = show(1, 1);
    fireEvent.click(screen.getByLabelText('增加数量'));
    fireEvent.click(screen.getByLabelText('减少数量'));
    expect(seen).toEqual({ changes: [], ends: ['max', 'min'] });
  });

  it('takes a typed number when the typing is over', () => {
    const seen = show(1, 9);
    type('7');
    expect(seen).toEqual({ changes: [7], ends: [] });
  });

  it('cuts a typed number to the nearer end', () => {
    const seen = show(2, 9);
    type('40');
    type('0');
    expect(seen).toEqual({ changes: [9, 1], ends: ['max', 'min'] });
  });

  it('goes back to the number before when the typing is none', () => {
    const seen = show(2, 9);
    type('');
    type('两');
    expect(seen).toEqual({ changes: [], ends: [] });
    expect(screen.getByLabelText('数量')).toHaveProperty('value', '2');
  });

  it('offers nothing when there is nothing left', () => {
    const seen = show(1, 0);
    fireEvent.click(screen.getByLabelText('增加数量'));
    expect(seen).toEqual({ changes: [], ends: ['max'] });
  });
});
