import { useState } from 'react';
import { useAsk } from '../../../kit/useAsk';
import { Ask } from '../../../ui/Ask';
import { Button } from '../../../ui/Button';
import { Empty } from '../../../ui/Empty';
import { Sheet } from '../../../ui/Sheet';
import { Bone, Skeleton } from '../../../ui/Skeleton';
import { toggled, type Named } from './picked';
import { PickRow } from './PickRow';
import './GoodsList.scss';

/** Something to choose by its name. */
export interface NamedRow extends Named {
  readonly note: string;
}

interface NamedSheetProps {
  open: boolean;
  title: string;
  chosen: readonly Named[];
  load: () => Promise<readonly NamedRow[]>;
  onClose: () => void;
  onDone: (chosen: Named[]) => void;
}

/** Categories, stores or provinces to choose; they are asked for when the sheet first opens. */
export function NamedSheet({ open, title, chosen, load, onClose, onDone }: NamedSheetProps) {
  const [picked, setPicked] = useState<readonly Named[] | null>(null);
  const now = picked ?? chosen;
  const close = (deed: () => void) => () => {
    setPicked(null);
    deed();
  };
  return (
    <Sheet
      open={open}
      title={title}
      onClose={close(onClose)}
      foot={<Button onTap={close(() => onDone([...now]))}>{`选好了（${now.length}）`}</Button>}
    >
      <NamedRows
        load={load}
        chosen={now}
        onToggle={(one) => setPicked(toggled(now, one, (entry) => entry.id))}
      />
    </Sheet>
  );
}

interface NamedRowsProps {
  load: () => Promise<readonly NamedRow[]>;
  chosen: readonly Named[];
  onToggle: (one: Named) => void;
}

function NamedRows({ load, chosen, onToggle }: NamedRowsProps) {
  const state = useAsk(load);
  return (
    <Ask state={state} skeleton={<RowsSkeleton />}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty say="这里还没有可选的" />
        ) : (
          rows.map(({ id, name, note }) => (
            <PickRow
              key={id}
              title={name}
              note={note}
              chosen={chosen.some((one) => one.id === id)}
              onTap={() => onToggle({ id, name })}
            />
          ))
        )
      }
    </Ask>
  );
}

function RowsSkeleton() {
  return (
    <Skeleton>
      <Bone shape="title" width="half" />
      <Bone shape="title" width="half" />
      <Bone shape="title" width="half" />
    </Skeleton>
  );
}
