import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, type ReactNode } from 'react';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { Tabs } from '../../ui/Tabs';
import { rowTimeText } from './days';
import { RowsSkeleton } from './RowsSkeleton';
import { listName, noneText, rowsTitle, totalText, type Wanted } from './rowsWords';
import { useRows, type Row, type RowPiece } from './useRows';
import './RowsScreen.scss';

/** What a number counts, row by row. */
export function RowsScreen({ wanted }: { wanted: Wanted }) {
  const { lists, list, setList, pages } = useRows(wanted);
  const title = rowsTitle(wanted);
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <Page title={title}>
      {lists.length === 1 ? null : (
        <Tabs
          tabs={lists.map((one) => ({ key: one, label: listName(one) }))}
          current={list}
          onChoose={(key) => setList(lists.find((one) => one === key) ?? lists[0])}
        />
      )}
      <Ask state={pages.state} skeleton={<RowsSkeleton />}>
        {({ items }) => (
          <Rows
            pieces={items}
            say={(total) => totalText(list, total)}
            none={noneText(list)}
            window={wanted.window}
          >
            <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
          </Rows>
        )}
      </Ask>
    </Page>
  );
}

interface RowsProps {
  pieces: readonly RowPiece[];
  say: (total: number) => string;
  none: string;
  window: Wanted['window'];
  children: ReactNode;
}

function Rows({ pieces, say, none, window, children }: RowsProps) {
  const rows = pieces.flatMap((piece) => piece.rows);
  if (rows.length === 0) {
    return (
      <Empty icon="paper" say={none} action="返回" onAction={() => void Taro.navigateBack()} />
    );
  }
  return (
    <>
      <View className="rows__total">{say(pieces[0]?.total ?? rows.length)}</View>
      <View className="rows__card">
        {rows.map((row) => (
          <CountedRow key={row.id} row={row} window={window} />
        ))}
      </View>
      {children}
    </>
  );
}

function CountedRow({ row, window }: { row: Row; window: Wanted['window'] }) {
  const { kind, title, line, amountFen, happenedAt } = row;
  return (
    <View className="rows__row">
      <View className="rows__first">
        <Text className="rows__title">{title}</Text>
        {kind === 'refund' ? <Pill tone="warn">退款</Pill> : null}
        {amountFen === null ? null : (
          <Price fen={amountFen} tone={amountFen < 0 ? 'quiet' : 'ink'} />
        )}
      </View>
      <View className="rows__second">
        <Text>{line}</Text>
        <Text>{rowTimeText(happenedAt, window)}</Text>
      </View>
    </View>
  );
}
