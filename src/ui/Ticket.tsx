import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../kit/classes';
import './Ticket.scss';

/** What a ticket is worth: `¥` 20, 8.5 `折`, or a word of its own. */
export interface TicketValue {
  readonly main: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Below it, small: from what on it counts. */
  readonly under?: string | undefined;
}

interface TicketProps {
  value: TicketValue;
  title: string;
  /** Below the title, a line each. */
  lines: readonly string[];
  /** A word before the title, as what sort it is. */
  sort?: string | undefined;
  /** A word in its corner that asks for attention, as that it ends soon. */
  mark?: string | undefined;
  /** Across its corner, once it is of no more use. */
  stamp?: string | undefined;
  /** Grey: it cannot be used now; `why` says for what reason, in a line of its own. */
  dim?: boolean;
  why?: string | undefined;
  /** Between the lines and the edge, as how much is taken. */
  children?: ReactNode;
  /** At the lower right: a button, or a disc to tick. */
  action?: ReactNode;
}

/** A ticket with notched edges: what it is worth at the left, what it is at the right. */
export function Ticket(props: TicketProps) {
  const { value, title, lines, sort, mark, stamp, dim = false, why, children, action } = props;
  return (
    <View
      className={classes(
        'ui-ticket',
        dim && 'ui-ticket--dim',
        mark !== undefined && 'ui-ticket--marked',
        stamp !== undefined && 'ui-ticket--stamped',
      )}
    >
      <View className="ui-ticket__row">
        <Worth value={value} />
        <View className="ui-ticket__words">
          <View className="ui-ticket__title">
            {sort === undefined ? null : <Text className="ui-ticket__sort">{sort}</Text>}
            {title}
          </View>
          <View className="ui-ticket__foot">
            <View className="ui-ticket__lines">
              {lines.map((line) => (
                <View key={line}>{line}</View>
              ))}
              {children}
            </View>
            {action === undefined ? null : <View className="ui-ticket__action">{action}</View>}
          </View>
        </View>
        {mark === undefined ? null : <View className="ui-ticket__mark">{mark}</View>}
        {stamp === undefined ? null : <View className="ui-ticket__stamp">{stamp}</View>}
      </View>
      {why === undefined ? null : <View className="ui-ticket__why">{why}</View>}
    </View>
  );
}

function Worth({ value: { main, before, after, under } }: { value: TicketValue }) {
  const long = main.length + (before === undefined ? 0 : 1) > 4 || /^[^\d]{3,}$/.test(main);
  return (
    <View className="ui-ticket__worth">
      <View className={classes('ui-ticket__value', long && 'ui-ticket__value--long')}>
        {before === undefined ? null : <Text className="ui-ticket__unit">{before}</Text>}
        {main}
        {after === undefined ? null : <Text className="ui-ticket__unit">{after}</Text>}
      </View>
      {under === undefined ? null : <View className="ui-ticket__under">{under}</View>}
    </View>
  );
}

/** Tickets below each other; two abreast where there is room. */
export function Tickets({ children }: { children: ReactNode }) {
  return <View className="ui-tickets">{children}</View>;
}
